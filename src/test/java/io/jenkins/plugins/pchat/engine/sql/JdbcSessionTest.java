package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class JdbcSessionTest extends SessionTest {

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
    void readsATimeThatSummerTimeSkipsHere() throws Exception {
        LocalDateTime time = LocalDateTime.of(2026, 3, 29, 2, 30, 0, 10_000_000);
        server.on("SELECT times", (reply, parameters, link) -> {
            reply.columns(List.of(
                    Column.of("old", Column.Type.DATETIME),
                    Column.of("new", Column.Type.DATETIME2),
                    Column.of("none", Column.Type.DATETIME)));
            reply.row(Arrays.asList(time, time, null));
            reply.endOfRows();
        });
        TimeZone zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try {
            SqlRow row = session.query("SELECT times").get(0);
            assertEquals(time, row.time("old"));
            assertEquals(time, row.time("new"));
            assertNull(row.time("none"));
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void sendsValuesAsParameters() throws Exception {
        server.on("SELECT echo", (reply, parameters, link) -> {
            reply.columns(List.of(Column.nvarchar("echo", 100)));
            reply.row(
                    List.of(parameters.get(0).value() + "/" + parameters.get(1).value()));
            reply.endOfRows();
        });

        assertEquals(
                "it's/7", session.query("SELECT echo, ?, ?", "it's", 7).get(0).text("echo"));
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
            reply.error(
                    3201,
                    1,
                    16,
                    "Cannot open backup device 'x'. Operating system error 53(The network path was not found.).",
                    1);
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
        assertEquals(
                3203, assertThrows(Failure.class, () -> session.query("LATE")).sqlNumber());
    }

    @Test
    void holdsNoClassOfTheDriverInAFailure() {
        server.on("BACKUP", (reply, parameters, link) -> link.cut());

        Failure failure = fails("BACKUP");

        assertInstanceOf(Failure.class, failure);
        assertEquals(null, failure.getCause());
        assertEquals(0, failure.getSuppressed().length);
    }
}
