package io.jenkins.plugins.pchat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.TaskListener;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AgentCallTest {

    @TempDir
    private Path folder;

    private TestAgent host;
    private Thread build;

    @BeforeEach
    void anAgent() {
        host = new TestAgent("win1", folder);
        Probe.waiting = new CountDownLatch(1);
        Probe.released = false;
    }

    private SqlOperationCall call(Probe.Kind kind) {
        return new SqlOperationCall(
                new Probe(kind),
                List.of(),
                OperationId.unique("agent-call", kind.name()),
                host.listener,
                TaskListener.NULL,
                false);
    }

    @Test
    void bringsTheOutcomeBack() throws Exception {
        assertEquals(
                "ONLINE",
                new AgentCall(host.agent()).run(call(Probe.Kind.EXECUTES)).state());
    }

    @Test
    void aFailureOnTheAgentIsThrownAsItIs() {
        Failure failure = assertThrows(Failure.class, () -> new AgentCall(host.agent()).run(call(Probe.Kind.FAILS)));
        assertEquals(Failure.Code.REFUSED, failure.code());
        assertTrue(failure.getMessage().contains("Next: do something else."), failure.getMessage());
    }

    @Test
    void whatNobodyForesawIsNoFailureWithAMessageOnly() {
        assertThrows(IllegalStateException.class, () -> new AgentCall(host.agent()).run(call(Probe.Kind.CRASHES)));
    }

    @Test
    void anAgentThatIsGoneBeforeTheCallIsLost() throws Exception {
        Agent agent = host.agent();
        host.channel.close();
        AgentLost lost = assertThrows(AgentLost.class, () -> new AgentCall(agent).run(call(Probe.Kind.EXECUTES)));
        assertTrue(lost.getMessage().startsWith("Agent win1 was lost"), lost.getMessage());
    }

    @Test
    void anAgentThatGoesDuringTheCallIsLostAndItsOperationGoesOn() throws Exception {
        SqlOperationCall call = call(Probe.Kind.WAITS);
        CompletableFuture<Throwable> end = start(new AgentCall(host.agent()), call);
        host.channel.lose();
        assertEquals(AgentLost.class, end.get(30, TimeUnit.SECONDS).getClass());
        assertTrue(OperationThread.interrupt(call.id()), "it still runs");
    }

    @Test
    void anAbortOfACallToAnAgentThatIsMuteIsNotHeldByIt() throws Exception {
        CompletableFuture<Throwable> end =
                start(new AgentCall(host.agent(), Duration.ofMillis(300)), call(Probe.Kind.WAITS));
        host.channel.mute();
        build.interrupt();
        assertEquals(InterruptedException.class, end.get(30, TimeUnit.SECONDS).getClass());
        assertTrue(host.log().contains("State left: not known"), host.log());
    }

    @Test
    void anAbortAfterTheAgentIsGoneSaysThatNothingIsKnown() throws Exception {
        SqlOperationCall call = call(Probe.Kind.WAITS);
        CompletableFuture<Throwable> end = start(new AgentCall(host.agent()), call);
        host.channel.close();
        build.interrupt();
        assertEquals(InterruptedException.class, end.get(30, TimeUnit.SECONDS).getClass());
        assertTrue(host.log().contains("State left: not known"), host.log());
        OperationThread.interrupt(call.id());
    }

    @Test
    void anAbortWaitsUntilTheAgentHasSaidWhatIsLeft() throws Exception {
        Throwable end = abort(new AgentCall(host.agent()), Probe.Kind.WAITS);
        assertEquals(InterruptedException.class, end.getClass());
        assertTrue(host.log().contains("State left: as it was seen"), host.log());
    }

    @Test
    void anAgentThatDoesNotStopIsNotWaitedForForEver() throws Exception {
        try {
            Throwable end = abort(new AgentCall(host.agent(), Duration.ofMillis(300)), Probe.Kind.IGNORES_INTERRUPTS);
            assertEquals(InterruptedException.class, end.getClass());
            assertTrue(host.log().contains("has not stopped within"), host.log());
        } finally {
            Probe.released = true;
        }
    }

    /** Runs a call that waits, aborts it, and gives what it ended with. */
    private Throwable abort(AgentCall agentCall, Probe.Kind kind) throws Exception {
        CompletableFuture<Throwable> end = start(agentCall, call(kind));
        assertFalse(end.isDone());
        build.interrupt();
        return end.get(30, TimeUnit.SECONDS);
    }

    /** Runs a call that waits, and gives what it ends with. */
    private CompletableFuture<Throwable> start(AgentCall agentCall, SqlOperationCall call) throws Exception {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        build = new Thread(() -> {
            try {
                agentCall.run(call);
                end.complete(new AssertionError("it was not aborted"));
            } catch (Throwable e) {
                end.complete(e);
            }
        });
        build.start();
        assertTrue(Probe.waiting.await(30, TimeUnit.SECONDS));
        return end;
    }
}
