package io.jenkins.plugins.pchat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.TaskListener;
import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import io.jenkins.plugins.pchat.engine.sql.SqlServers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlOperationCallTest {

    private static final OperationId ID = new OperationId("job-1-7");
    private static final SqlLogin LOGIN = new SqlLogin("pchat", "s3cret");

    private final RecordedServers servers = new RecordedServers();
    private final List<String> journal = servers.journal;

    @TempDir
    private Path folder;

    private static SqlOperationCall call(boolean dryRun, Probe.Kind kind, String... instances) {
        List<SqlLogin> logins = Stream.of(instances).map(instance -> LOGIN).toList();
        return new SqlOperationCall(
                new Probe(kind, instances), logins, ID, TaskListener.NULL, TaskListener.NULL, dryRun);
    }

    @Test
    void opensASessionForEachTargetAndClosesThemInTheOtherOrder() throws Exception {
        Outcome outcome = call(false, Probe.Kind.EXECUTES, "sqla", "sqlb").call(servers);
        assertTrue(outcome.changed());
        assertEquals(
                List.of(
                        "open sqla as pchat for job-1-7",
                        "open sqlb as pchat for job-1-7",
                        "sqla executes ALTER",
                        "sqlb executes ALTER",
                        "close sqlb",
                        "close sqla"),
                journal);
    }

    @Test
    void closesWhatIsOpenWhenAnotherInstanceDoesNotAnswer() {
        Failure failure = assertThrows(Failure.class, () -> call(false, Probe.Kind.EXECUTES, "sqla", "down")
                .call(servers));
        assertEquals("as it was; this run of the step has executed nothing.", failure.stateLeft());
        assertEquals("close sqla", journal.get(journal.size() - 1));
    }

    @Test
    void anOperationThatOnlyLooksGoesOnWithoutTheInstanceThatDoesNotAnswer() throws Exception {
        Outcome outcome = call(true, Probe.Kind.LOOKS, "down", "sqlb").call(servers);
        assertEquals(
                List.of("as it was seen", "down: down does not answer.", "sqlb answers"),
                outcome.details().get("lines"));
        assertEquals("close sqlb", journal.get(journal.size() - 1));
    }

    @Test
    void anInstanceOnWhichAnotherFailbackWorksIsLeftAlone() {
        servers.locked = true;
        Failure failure = assertThrows(
                Failure.class, () -> call(false, Probe.Kind.EXECUTES, "sqla").call(servers));
        assertEquals(Failure.Code.REFUSED, failure.code());
        assertTrue(failure.getMessage().contains("JENKINS2"), failure.getMessage());
        assertTrue(failure.stateLeft().contains("executed nothing"), failure.stateLeft());
        assertEquals(List.of("open sqla as pchat for job-1-7", "close sqla"), journal);
    }

    @Test
    void aDryRunGoesOnWhileAnotherFailbackWorks() throws Exception {
        servers.locked = true;
        Outcome outcome = call(true, Probe.Kind.EXECUTES, "sqla").call(servers);
        assertFalse(outcome.changed());
    }

    @Test
    void closesTheSessionsOfAnOperationThatFails() {
        assertThrows(Failure.class, () -> call(false, Probe.Kind.FAILS, "sqla").call(servers));
        assertEquals("close sqla", journal.get(journal.size() - 1));
    }

    @Test
    void aDryRunExecutesNothing() throws Exception {
        Outcome outcome = call(true, Probe.Kind.EXECUTES, "sqla").call(servers);
        assertFalse(outcome.changed());
        assertEquals(2, outcome.plan().size(), outcome.plan().toString());
        assertFalse(journal.toString().contains("executes"), journal.toString());
    }

    @Test
    void aDryRunCannotExecuteEvenIfTheOperationTries() {
        var call = call(true, Probe.Kind.EXECUTES_WHEN_PLANNING, "sqla");
        assertThrows(IllegalStateException.class, () -> call.call(servers));
        assertFalse(journal.toString().contains("executes"), journal.toString());
    }

    @Test
    void aCallThatTheControllerHasLostBeginsNoFurtherStatement() throws Exception {
        OperationId id = OperationId.unique("lost", "7");
        var waits = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        SqlServers slow = (target, login, any) -> servers.new Session(target.instance()) {
            @Override
            public void execute(String sql, Console console) {
                super.execute(sql, console);
                waits.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        };
        SqlOperationCall first = new SqlOperationCall(
                new Probe(Probe.Kind.EXECUTES, "sqla", "sqlb"),
                List.of(LOGIN, LOGIN),
                id,
                TaskListener.NULL,
                TaskListener.NULL,
                false);
        CompletableFuture<Throwable> lost = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                first.call(slow);
            } catch (Exception e) {
                lost.complete(e);
            }
        });
        caller.start();
        waits.await();
        Thread left = OperationThread.endEarlier(id).get(0);
        goOn.countDown();
        Failure failure = (Failure) lost.get(30, TimeUnit.SECONDS);
        assertEquals(Failure.Code.AGENT_LOST, failure.code());
        left.join();
        assertEquals(
                1, journal.stream().filter(line -> line.contains("executes")).count(), journal.toString());
    }

    @Test
    void crossesToTheAgentAndBack() throws Exception {
        TestAgent agent = new TestAgent("win1", folder);
        var call = new SqlOperationCall(
                new Probe(Probe.Kind.EXECUTES), List.of(), ID, agent.listener, TaskListener.NULL, false);
        assertEquals("ONLINE", agent.channel.call(call).state());
        assertTrue(agent.log().contains("1/1 on X: change it"), agent.log());
    }

    @Test
    void itsTextHasNoSecret() {
        String text = call(false, Probe.Kind.EXECUTES, "sqla").toString();
        assertFalse(text.contains("s3cret"), text);
        assertTrue(text.contains("sqla"), text);
    }
}
