package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JdbcSessionTest {

    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private ServerDouble server;
    private SqlSession session;

    @BeforeEach
    void connect() throws Exception {
        server = new ServerDouble();
        server.watchSees("BACKUP DATABASE", 0, null);
        session = server.open();
    }

    @AfterEach
    void disconnect() throws Exception {
        session.close();
        server.close();
    }

    private String nextLine() throws InterruptedException {
        String line = log.poll(30, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("the log stays silent");
        }
        return line;
    }

    private Failure fails(String sql) {
        return assertThrows(Failure.class, () -> session.execute(sql, log::add));
    }

    @Test
    void connectsAsTheOperationToMaster() {
        assertEquals("pchat-failback op-1", server.logins.get(0).applicationName());
        assertEquals("master", server.logins.get(0).database());
        assertTrue(server.logins.get(0).encrypted());
    }

    @Test
    void findsColumnsByNameWithoutRegardToCase() throws Exception {
        server.on("SELECT both", (reply, parameters, link) -> {
            reply.columns(List.of(Column.nvarchar("Name", 50), Column.of("", Column.Type.INT)));
            reply.row(List.of("mgc", 7));
            reply.row(List.of("mgccomp", 8));
            reply.endOfRows();
        });

        List<SqlRow> rows = session.query("SELECT both");

        assertEquals(2, rows.size());
        assertEquals("mgccomp", rows.get(1).text("NAME"));
        assertEquals(8, rows.get(1).value(1));
    }

    @Test
    void sendsValuesAsParameters() throws Exception {
        server.on("SELECT echo", (reply, parameters, link) -> {
            reply.columns(List.of(Column.nvarchar("echo", 100)));
            reply.row(List.of(parameters.get(0).value() + "/" + parameters.get(1).value()));
            reply.endOfRows();
        });

        assertEquals("it's/7", session.query("SELECT echo, ?, ?", "it's", 7).get(0).text("echo"));
    }

    @Test
    void showsMessagesWhileTheStatementRuns() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        server.on("BACKUP", (reply, parameters, link) -> {
            reply.info(3211, 1, 10, "5 percent processed.", 1);
            reply.flush();
            seen.await();
            reply.info(3211, 1, 10, "100 percent processed.", 1);
            reply.info(3014, 1, 10, "BACKUP DATABASE successfully processed 7 pages.", 1);
            reply.done();
        });
        CompletableFuture<Void> done = new CompletableFuture<>();
        Threads.start("test", () -> {
            try {
                session.execute("BACKUP", 1L << 30, log::add);
                done.complete(null);
            } catch (Failure | InterruptedException e) {
                done.completeExceptionally(e);
            }
        });

        assertTrue(nextLine().startsWith("  5 %, 51 MB of 1.0 GB"));
        assertFalse(done.isDone());
        seen.countDown();
        done.get();
        assertTrue(log.stream().anyMatch(l -> l.startsWith("100 %, 1.0 GB of 1.0 GB")), log.toString());
        assertTrue(log.contains("BACKUP DATABASE successfully processed 7 pages."), log.toString());
    }

    @Test
    void saysAMessageOnceAndLeavesTheNoiseOut() throws Exception {
        server.on("USE", (reply, parameters, link) -> {
            reply.info(5701, 2, 0, "Changed database context to 'mgc'.", 1);
            reply.info(1443, 1, 10, "Database mirroring has been terminated.", 1);
            reply.info(1443, 1, 10, "Database mirroring has been terminated.", 1);
            reply.done();
        });

        session.execute("USE", log::add);

        assertEquals(List.of("Database mirroring has been terminated."), List.copyOf(log));
    }

    @Test
    void reportsTheFirstErrorAndNotThe3013ThatFollows() {
        server.on("BACKUP", (reply, parameters, link) -> {
            reply.error(3201, 1, 16, "Cannot open backup device 'x'. Operating system error 53(The network path was not found.).", 1);
            throw new ServerError(3013, 16, "BACKUP DATABASE is terminating abnormally.");
        });

        Failure failure = fails("BACKUP");

        assertEquals(3201, failure.sqlNumber());
        assertEquals(Failure.Code.SQL, failure.code());
        assertTrue(failure.what().contains("The backup file could not be opened."), failure.what());
        assertTrue(failure.what().contains("severity 16"), failure.what());
        assertTrue(failure.what().contains("3013 BACKUP DATABASE is terminating abnormally."), failure.what());
        assertTrue(failure.getMessage().contains("port 445"), failure.getMessage());
    }

    @Test
    void readsOnAfterAnErrorSoThatTheRestOfTheBatchRuns() throws Exception {
        AtomicBoolean last = new AtomicBoolean();
        server.on("BATCH", (reply, parameters, link) -> {
            reply.updated(3);
            reply.error(5061, 1, 16, "ALTER DATABASE failed because a lock could not be placed.", 1);
            reply.done();
            ServerDouble.row(reply, "x", 1);
            reply.error(3101, 1, 16, "Exclusive access could not be obtained.", 2);
            reply.done();
            reply.info(50000, 1, 10, "the last statement", 3);
            reply.done();
            last.set(true);
        });

        Failure failure = fails("BATCH");

        assertEquals(5061, failure.sqlNumber());
        assertTrue(failure.what().contains("3101 Exclusive access"), failure.what());
        assertTrue(log.contains("the last statement"), log.toString());
        assertTrue(last.get());
        assertEquals(51, session.query("SELECT @@SPID AS session_id").get(0).number("session_id"));
    }

    @Test
    void findsAnErrorBehindAResult() {
        server.on("LATE", (reply, parameters, link) -> {
            ServerDouble.row(reply, "x", 1);
            reply.updated(1);
            throw new ServerError(3203, 16, "Read failed.");
        });

        assertEquals(3203, fails("LATE").sqlNumber());
        assertEquals(3203, assertThrows(Failure.class, () -> session.query("LATE")).sqlNumber());
    }

    @Test
    void cancelsOnTheServerWhenInterruptedAndCanBeUsedAfterwards() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        server.on("RESTORE", (reply, parameters, link) -> {
            running.countDown();
            ServerDouble.block();
        });
        Thread test = Thread.currentThread();
        Threads.start("abort", () -> interrupt(running, test));

        assertThrows(InterruptedException.class, () -> session.execute("RESTORE", log::add));

        assertEquals(1, server.cancels.get());
        assertTrue(log.contains("The server has stopped the statement."), log.toString());
        assertEquals(1, session.query("SELECT @@SPID AS session_id").size());
        assertTrue(server.logins.stream().filter(l -> l.applicationName().equals("pchat-failback op-1")).count() <= 2);
    }

    @Test
    void cancelsAReadToo() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        server.on("HEADERONLY", (reply, parameters, link) -> {
            running.countDown();
            ServerDouble.block();
        });
        Thread test = Thread.currentThread();
        Threads.start("abort", () -> interrupt(running, test));

        assertThrows(InterruptedException.class, () -> session.query("RESTORE HEADERONLY"));
        assertEquals(1, server.cancels.get());
    }

    @Test
    void closesTheConnectionWhenTheServerDoesNotAcknowledge() throws Exception {
        Limits limits = limits(Duration.ofMillis(300), Duration.ofMinutes(10));
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(1);
        server.on("RESTORE", (reply, parameters, link) -> {
            running.countDown();
            awaitDeaf(release);
        });
        try (SqlSession impatient = server.open(limits)) {
            Thread test = Thread.currentThread();
            Threads.start("abort", () -> interrupt(running, test));

            assertThrows(InterruptedException.class, () -> impatient.execute("RESTORE", log::add));

            assertTrue(log.stream().anyMatch(l -> l.contains("the connection was closed")), log.toString());
            assertEquals(1, impatient.query("SELECT @@SPID AS session_id").size());
        } finally {
            release.countDown();
        }
    }

    @Test
    void saysThatTheConnectionWasLostAndConnectsAgain() throws Exception {
        server.on("BACKUP", (reply, parameters, link) -> link.cut());

        Failure failure = fails("BACKUP");

        assertEquals(Failure.Code.CONNECTION_LOST, failure.code(), failure.getMessage());
        assertTrue(failure.getMessage().contains("Run this step again"), failure.getMessage());
        assertEquals(51, session.query("SELECT @@SPID AS session_id").get(0).number("session_id"));
    }

    @Test
    void givesUpWhenTheServerNoLongerKnowsTheSession() throws Exception {
        server.on("dm_exec_requests", (reply, parameters, link) -> {
            reply.columns(List.of(Column.nvarchar("command", 10)));
            reply.endOfRows();
        });
        server.on("BACKUP", (reply, parameters, link) -> ServerDouble.block());

        Failure failure = fails("BACKUP");

        assertEquals(Failure.Code.CONNECTION_LOST, failure.code());
        assertTrue(failure.what().contains("knows nothing of the session"), failure.what());
        assertEquals(1, session.query("SELECT @@SPID AS session_id").size());
    }

    @Test
    void givesUpWhenTheServerHasFinishedAndItsAnswerNeverComes() {
        server.watchSees(null, 0, null);
        server.on("BACKUP", (reply, parameters, link) -> ServerDouble.block());

        assertTrue(fails("BACKUP").what().contains("has finished the statement"));
    }

    @Test
    void givesUpWhenNobodyGivesASignOfLife() throws Exception {
        server.on("dm_exec_requests", (reply, parameters, link) -> {
            throw new ServerError(300, 14, "VIEW SERVER STATE permission was denied.");
        });
        server.on("BACKUP", (reply, parameters, link) -> ServerDouble.block());
        try (SqlSession impatient = server.open(limits(Duration.ofSeconds(20), Duration.ofMillis(200)))) {
            Failure failure = assertThrows(Failure.class, () -> impatient.execute("BACKUP", Console.SILENT));

            assertTrue(failure.what().contains("no sign of life"), failure.what());
        }
    }

    @Test
    void tellsWhatTheServerWaitsForWhileItIsSilent() throws Exception {
        server.watchSees("RESTORE DATABASE", 12.5, "PREEMPTIVE_OS_WRITEFILEGATHER");
        CountDownLatch seen = new CountDownLatch(1);
        server.on("RESTORE", (reply, parameters, link) -> {
            seen.await();
            reply.done();
        });

        session.execute("RESTORE", line -> {
            log.add(line);
            seen.countDown();
        });

        assertTrue(
                nextLine().contains(" 12 % (RESTORE DATABASE, waits for PREEMPTIVE_OS_WRITEFILEGATHER)"), log.toString());
    }

    @Test
    void holdsNoClassOfTheDriverInAFailure() {
        server.on("BACKUP", (reply, parameters, link) -> link.cut());

        Failure failure = fails("BACKUP");

        assertInstanceOf(Failure.class, failure);
        assertEquals(null, failure.getCause());
        assertEquals(0, failure.getSuppressed().length);
    }

    private static Limits limits(Duration cancel, Duration silence) {
        Limits l = ServerDouble.LIMITS;
        return new Limits(l.read(), l.connect(), l.query(), silence, cancel, l.watch());
    }

    private static void interrupt(CountDownLatch when, Thread whom) {
        try {
            when.await();
            whom.interrupt();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A statement that does not stop when it is cancelled, as a RESTORE that rolls back. */
    private static void awaitDeaf(CountDownLatch release) {
        while (release.getCount() > 0) {
            try {
                release.await();
            } catch (InterruptedException e) {
                // Deaf on purpose.
                continue;
            }
        }
    }
}
