package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.sqlserver.jdbc.ISQLServerMessage;
import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens while a statement runs: messages arrive, and it can be cancelled. */
@Timeout(60)
class LiveTest extends WireTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch running = new CountDownLatch(1);

    /** Sends a message and goes on only once the client has heard it. */
    private void progress(CountDownLatch confirmed) {
        backend.on("BACKUP", (session, parameters, reply) -> {
            reply.info(3211, 1, 0, "5 percent processed.", 1);
            reply.flush();
            assertTrue(confirmed.await(30, TimeUnit.SECONDS), "the message did not arrive before the statement ended");
            reply.info(3014, 1, 0, "BACKUP DATABASE successfully processed.", 1);
            reply.done();
        });
    }

    private void listen(Connection connection, CountDownLatch confirmed) throws SQLException {
        ((SQLServerConnection) connection).setServerMessageHandler(message -> {
            heard.add(message.getErrorNumber() + " " + message.getErrorMessage());
            confirmed.countDown();
            return (ISQLServerMessage) message;
        });
    }

    @Test
    void aMessageArrivesWhileTheBatchRuns() throws Exception {
        CountDownLatch confirmed = new CountDownLatch(1);
        progress(confirmed);
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            listen(c, confirmed);
            s.execute("BACKUP");
        }
        assertEquals(List.of("3211 5 percent processed.", "3014 BACKUP DATABASE successfully processed."), heard);
    }

    @Test
    void aMessageArrivesWhileTheCallRuns() throws Exception {
        CountDownLatch confirmed = new CountDownLatch(1);
        progress(confirmed);
        try (Connection c = connect();
                PreparedStatement s = c.prepareStatement("BACKUP ?")) {
            listen(c, confirmed);
            s.setString(1, "x");
            s.execute();
        }
        assertEquals(2, heard.size());
    }

    /** Waits until it is interrupted. */
    private void endless(String text) {
        backend.on(text, (session, parameters, reply) -> {
            running.countDown();
            new CountDownLatch(1).await();
        });
    }

    private static SQLException cancelled(Statement statement, CompletableFuture<Void> execution) throws SQLException {
        statement.cancel();
        return (SQLException) assertThrows(ExecutionException.class, () -> execution.get(30, TimeUnit.SECONDS))
                .getCause();
    }

    private interface Execution {
        void run() throws SQLException;
    }

    private static CompletableFuture<Void> inBackground(Execution execution) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        TdsServer.daemon(
                () -> {
                    try {
                        execution.run();
                        done.complete(null);
                    } catch (SQLException e) {
                        done.completeExceptionally(e);
                    }
                },
                "execution");
        return done;
    }

    @Test
    void aBatchIsCancelledAndTheConnectionGoesOn() throws Exception {
        endless("RESTORE");
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            CompletableFuture<Void> execution = inBackground(() -> s.execute("RESTORE"));
            running.await();
            assertEquals("HY008", cancelled(s, execution).getSQLState());
            assertEquals(1, backend.opened.get(0).cancels.get());
            assertTrue(s.execute("SELECT 1"));
            assertFalse(c.isClosed());
        }
    }

    @Test
    void aBatchThatHasSentMessagesIsCancelled() throws Exception {
        CountDownLatch confirmed = new CountDownLatch(1);
        backend.on("BACKUP", (session, parameters, reply) -> {
            reply.info(3211, 1, 0, "5 percent processed.", 1);
            reply.flush();
            new CountDownLatch(1).await();
        });
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            listen(c, confirmed);
            CompletableFuture<Void> execution = inBackground(() -> s.execute("BACKUP"));
            confirmed.await();
            assertEquals("HY008", cancelled(s, execution).getSQLState());
            assertTrue(s.execute("SELECT 1"));
        }
    }

    @Test
    void aCallIsCancelledAndTheConnectionGoesOn() throws Exception {
        endless("RESTORE");
        try (Connection c = connect();
                PreparedStatement s = c.prepareStatement("RESTORE ?")) {
            s.setString(1, "x");
            CompletableFuture<Void> execution = inBackground(s::execute);
            running.await();
            assertEquals("HY008", cancelled(s, execution).getSQLState());
            assertTrue(c.createStatement().execute("SELECT 1"));
        }
    }

    @Test
    void theDriversQueryTimeoutIsACancelToo() throws Exception {
        endless("RESTORE");
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            s.setQueryTimeout(1);
            SQLException e = assertThrows(SQLException.class, () -> s.execute("RESTORE"));
            assertEquals("HY008", e.getSQLState());
            assertTrue(s.execute("SELECT 1"));
        }
    }

    @Test
    void aClientThatLeavesCancelsWhatRuns() throws Exception {
        endless("RESTORE");
        // Inside TLS the driver would not let go of the connection before its own read ends.
        try (Connection c = connect(source -> source.setEncrypt("false"))) {
            Statement s = c.createStatement();
            inBackground(() -> s.execute("RESTORE"));
            running.await();
            assertTrue(backend.opened.get(0).link.open());
            c.abort(Runnable::run);
        }
        assertTrue(backend.opened.get(0).closed.await(30, TimeUnit.SECONDS));
        assertEquals(1, backend.opened.get(0).cancels.get());
        // The session is closed first, the link right after it.
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            while (backend.opened.get(0).link.open()) {
                Thread.onSpinWait();
            }
        });
    }
}
