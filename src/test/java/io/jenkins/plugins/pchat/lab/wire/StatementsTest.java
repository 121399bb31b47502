package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.wire.Column.Type;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Batches with the Microsoft driver. */
class StatementsTest extends WireTest {

    @Test
    void givesSeveralResultsOfOneBatchInOrder() throws Exception {
        backend.on("MANY", (session, parameters, reply) -> {
            ScriptedBackend.one(reply, Column.of("a", Type.INT), 1);
            reply.updated(5);
            reply.done();
            ScriptedBackend.one(reply, Column.of("b", Type.INT), 2);
            reply.flush();
            reply.updated(6);
        });
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            assertTrue(s.execute("MANY"));
            assertEquals("a", s.getResultSet().getMetaData().getColumnName(1));
            assertFalse(s.getMoreResults());
            assertEquals(5, s.getUpdateCount());
            assertTrue(s.getMoreResults());
            assertEquals("b", s.getResultSet().getMetaData().getColumnName(1));
            assertFalse(s.getMoreResults());
            assertEquals(6, s.getUpdateCount());
            assertFalse(s.getMoreResults());
            assertEquals(-1, s.getUpdateCount());
        }
    }

    @Test
    void givesALargeResultOverManyPackets() throws Exception {
        int count = 20_000;
        backend.on("LARGE", (session, parameters, reply) -> {
            reply.columns(List.of(Column.of("n", Type.INT), Column.nvarchar("t", 200)));
            for (int i = 0; i < count; i++) {
                reply.row(List.of(i, "x".repeat(i % 200)));
            }
            reply.endOfRows();
        });
        try (Connection c = connect();
                Statement s = c.createStatement();
                ResultSet rows = s.executeQuery("LARGE")) {
            for (int i = 0; i < count; i++) {
                assertTrue(rows.next());
                assertEquals(i, rows.getInt(1));
                assertEquals(i % 200, rows.getString(2).length());
            }
            assertFalse(rows.next());
        }
    }

    @Test
    void readsABatchOfManyPackets() throws Exception {
        String comment = "x".repeat(100_000);
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            assertTrue(s.execute("SELECT 1 --" + comment));
        }
        assertEquals("SELECT 1 --" + comment, backend.asked.get(0));
    }

    @Test
    void theFirstErrorIsTheExceptionAndTheSecondItsNext() throws Exception {
        backend.on("BACKUP", (session, parameters, reply) -> {
            reply.error(3201, 1, 16, "Cannot open backup device.", 1);
            throw new ServerError(3013, 16, "BACKUP DATABASE is terminating abnormally.");
        });
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            SQLException e = assertThrows(SQLException.class, () -> s.execute("BACKUP"));
            assertEquals(3201, e.getErrorCode());
            assertEquals("Cannot open backup device.", e.getMessage());
            assertEquals(3013, e.getNextException().getErrorCode());
            assertTrue(s.execute("SELECT 1"));
        }
    }

    @Test
    void aBatchGoesOnAfterAnErrorThatDoesNotEndIt() throws Exception {
        backend.on("MIXED", (session, parameters, reply) -> {
            reply.error(50000, 3, 16, "first", 1);
            ScriptedBackend.one(reply, Column.of("a", Type.INT), 1);
        });
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            SQLException e = assertThrows(SQLException.class, () -> s.execute("MIXED"));
            assertEquals("S0003", e.getSQLState());
            assertTrue(s.getMoreResults());
            assertTrue(s.getResultSet().next());
        }
    }

    @Test
    void severity20EndsTheConnection() throws Exception {
        backend.on("KILL", (session, parameters, reply) -> {
            throw new ServerError(596, 21, "Cannot continue the execution because the session is in the kill state.");
        });
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            SQLException e = assertThrows(SQLException.class, () -> s.execute("KILL"));
            assertEquals(596, e.getErrorCode());
            assertTrue(c.isClosed());
            backend.opened.get(0).closed.await();
        }
    }

    @Test
    void aFailureOfTheLabItselfIsAnErrorAndNotSilence() throws Exception {
        backend.on("BUG", (session, parameters, reply) -> {
            throw new IllegalStateException("no such luck");
        });
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            SQLException e = assertThrows(SQLException.class, () -> s.execute("BUG"));
            assertEquals(40000, e.getErrorCode());
            assertTrue(e.getMessage().contains("no such luck"), e.getMessage());
            assertTrue(s.execute("SELECT 1"));
        }
    }

    @Test
    void aValueThatDoesNotFitItsColumnIsAnErrorAndNotGarbage() throws Exception {
        backend.on(
                "WRONG",
                (session, parameters, reply) -> ScriptedBackend.one(reply, Column.nvarchar("c", 2), "much too long"));
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            SQLException e = assertThrows(SQLException.class, () -> {
                s.execute("WRONG");
                s.getResultSet().next();
            });
            assertEquals(40000, e.getErrorCode());
            assertTrue(s.execute("SELECT 1"));
        }
    }

    @Test
    void tellsTheClientOfAChangeOfDatabase() throws Exception {
        backend.on("USE mgc", (session, parameters, reply) -> {
            reply.database("mgc");
            reply.done();
        });
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            s.execute("USE mgc");
            assertEquals("mgc", c.getCatalog());
            assertEquals(
                    5701,
                    ((com.microsoft.sqlserver.jdbc.SQLServerWarning) s.getWarnings())
                            .getSQLServerError()
                            .getErrorNumber());
        }
    }

    @Test
    void switchesAutocommitByABatch() throws Exception {
        try (Connection c = connect()) {
            c.setAutoCommit(false);
            c.rollback();
            c.setAutoCommit(true);
        }
        assertEquals("set implicit_transactions on", backend.asked.get(0));
        assertEquals(3, backend.asked.size());
    }

    @Test
    void closesTheSessionWhenTheClientLeaves() throws Exception {
        connect().close();
        backend.opened.get(0).closed.await();
    }

    @Test
    void aScrollableStatementGetsPlainRows() throws Exception {
        try (Connection c = connect();
                Statement s = c.createStatement(ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            ResultSet rows = s.executeQuery("SELECT 1");
            assertTrue(rows.next());
            assertEquals(1, rows.getInt(1));
        }
    }
}
