package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.sqlserver.jdbc.SQLServerConnectionPoolDataSource;
import com.microsoft.sqlserver.jdbc.SQLServerDataTable;
import com.microsoft.sqlserver.jdbc.SQLServerPreparedStatement;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import javax.sql.PooledConnection;
import org.junit.jupiter.api.Test;

/** Remote procedure calls with the Microsoft driver. */
class CallsTest extends WireTest {

    private final List<String> names = new ArrayList<>();

    @Test
    void aStatementIsExecutedThenPreparedThenReused() throws Exception {
        backend.on("ECHO", (session, parameters, reply) -> {
            names.add(parameters.get(0).name() + parameters.get(1).name());
            ScriptedBackend.one(
                    reply, parameters.get(1).type(), parameters.get(1).value());
        });
        try (Connection c = connect();
                PreparedStatement s = c.prepareStatement("ECHO ?, ?")) {
            for (int i = 0; i < 4; i++) {
                s.setInt(1, i);
                s.setString(2, "round " + i);
                try (ResultSet rows = s.executeQuery()) {
                    assertTrue(rows.next());
                    assertEquals("round " + i, rows.getString(1));
                }
            }
        }
        assertEquals(List.of("@P0@P1", "@P0@P1", "@P0@P1", "@P0@P1"), names);
        assertEquals(4, backend.asked.size());
    }

    @Test
    void aStatementCanBePreparedBeforeItIsExecuted() throws Exception {
        try (Connection c = connect(source -> source.setPrepareMethod("prepare"));
                PreparedStatement s = c.prepareStatement("ECHO ?")) {
            for (int i = 0; i < 3; i++) {
                s.setInt(1, i);
                try (ResultSet rows = s.executeQuery()) {
                    assertTrue(rows.next());
                    assertEquals(i, rows.getInt(1));
                }
            }
        }
    }

    @Test
    void outputsComeBackWithTheReturnValue() throws Exception {
        backend.on("EXEC", (session, parameters, reply) -> {
            parameters.get(0).set(3);
            parameters.get(2).set(42);
            parameters.get(3).set("out of " + parameters.get(1).value());
            reply.updated(1);
        });
        try (Connection c = connect();
                CallableStatement s = c.prepareCall("{? = call dbo.usp_x(?,?,?)}")) {
            for (int i = 0; i < 3; i++) {
                s.registerOutParameter(1, Types.INTEGER);
                s.setString(2, "in");
                s.registerOutParameter(3, Types.INTEGER);
                s.registerOutParameter(4, Types.NVARCHAR);
                s.execute();
                assertEquals(3, s.getInt(1));
                assertEquals(42, s.getInt(3));
                assertEquals("out of in", s.getString(4));
            }
        }
        assertEquals(
                "EXEC  @P0 = dbo.usp_x  @P1 , @P2  OUT, @P3  OUT",
                backend.asked.get(0).strip());
    }

    @Test
    void aBatchOfCallsGivesOneCountEach() throws Exception {
        backend.on(
                "INSERT",
                (session, parameters, reply) ->
                        reply.updated((Integer) parameters.get(0).value()));
        try (Connection c = connect();
                PreparedStatement s = c.prepareStatement("INSERT ?")) {
            for (int i = 1; i <= 5; i++) {
                s.setInt(1, i);
                s.addBatch();
            }
            assertArrayEquals(new int[] {1, 2, 3, 4, 5}, s.executeBatch());
        }
    }

    @Test
    void anErrorInACallLeavesTheConnectionUsable() throws Exception {
        backend.on("FAIL", (session, parameters, reply) -> {
            throw new ServerError(8134, 16, "Divide by zero error encountered.");
        });
        try (Connection c = connect();
                PreparedStatement s = c.prepareStatement("FAIL ?")) {
            for (int i = 0; i < 3; i++) {
                s.setInt(1, i);
                assertEquals(8134, assertThrows(SQLException.class, s::execute).getErrorCode());
            }
            assertTrue(c.createStatement().execute("SELECT 1"));
        }
    }

    @Test
    void aParameterOfATypeThatTheLabDoesNotReadIsAnError() throws Exception {
        SQLServerDataTable table = new SQLServerDataTable();
        table.addColumnMetadata("n", Types.INTEGER);
        table.addRow(1);
        try (Connection c = connect();
                PreparedStatement s = c.prepareStatement("ECHO ?")) {
            s.unwrap(SQLServerPreparedStatement.class).setStructured(1, "dbo.numbers", table);
            SQLException e = assertThrows(SQLException.class, s::execute);
            assertTrue(e.getMessage().contains("type 0xF3"), e.getMessage());
            assertTrue(c.createStatement().execute("SELECT 1"));
        }
        assertEquals(List.of("SELECT 1"), backend.asked);
    }

    @Test
    void aPooledConnectionIsResetBeforeItsNextUse() throws Exception {
        SQLServerConnectionPoolDataSource source = new SQLServerConnectionPoolDataSource();
        source.setServerName("localhost");
        source.setPortNumber(server.port());
        source.setUser(ScriptedBackend.USER);
        source.setPassword(ScriptedBackend.PASSWORD);
        source.setTrustStore(trustStore.toString());
        source.setTrustStorePassword(LabCertificate.TRUST_STORE_PASSWORD);
        PooledConnection pooled = source.getPooledConnection();
        try {
            pooled.getConnection().close();
            try (Connection again = pooled.getConnection()) {
                assertTrue(again.createStatement().execute("SELECT 1"));
            }
            assertEquals(1, backend.opened.size());
            assertTrue(backend.opened.get(0).resets.get() > 0);
        } finally {
            pooled.close();
        }
    }
}
