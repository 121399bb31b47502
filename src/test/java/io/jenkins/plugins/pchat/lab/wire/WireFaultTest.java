package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the Microsoft driver makes of a server that misbehaves. */
@Timeout(60)
class WireFaultTest extends WireTest {

    private static final int SHORT = 500;

    @ParameterizedTest
    @EnumSource(
            value = WireFault.class,
            names = {"MUTE_AT_PRELOGIN", "MUTE_AT_TLS", "MUTE_AT_LOGIN"})
    void aMuteServerIsLeftWhenTheSocketTimesOut(WireFault fault) throws Exception {
        server.setFault(fault);
        SQLException e = assertThrows(SQLException.class, () -> connect(source -> {
                    source.setSocketTimeout(SHORT);
                    source.setConnectRetryCount(0);
                })
                .close());
        assertEquals("08S01", e.getSQLState());
        // In the handshake the driver wraps the exception's text alone.
        assertTrue(rootOf(e).getMessage().contains("Read timed out"), rootOf(e)::toString);
        assertTrue(backend.logins.isEmpty());
        server.setFault(WireFault.NONE);
        connect().close();
    }

    private static Throwable rootOf(Throwable e) {
        return e.getCause() == null ? e : rootOf(e.getCause());
    }

    @Test
    void aStatementThatIsNeverAnsweredTimesOut() throws Exception {
        try (Connection c = connect(source -> source.setSocketTimeout(SHORT));
                Statement s = c.createStatement()) {
            server.setFault(WireFault.MUTE_AT_STATEMENT);
            SQLException e = assertThrows(SQLException.class, () -> s.execute("SELECT 1"));
            assertInstanceOf(SocketTimeoutException.class, rootOf(e));
            assertTrue(backend.asked.isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WireFault.class,
            names = {"HALF_PACKET_AT_STATEMENT", "CLOSE_AT_STATEMENT", "CUT_AT_STATEMENT"})
    void aBrokenConnectionIs08S01(WireFault fault) throws Exception {
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            server.setFault(fault);
            SQLException e = assertThrows(SQLException.class, () -> s.execute("SELECT 1"));
            assertEquals("08S01", e.getSQLState());
            assertTrue(c.isClosed());
            assertTrue(backend.opened.get(0).closed.await(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void theBackendCanCutTheConnection() throws Exception {
        backend.on("BACKUP", (session, parameters, reply) -> {
            session.link.cut();
            reply.done();
        });
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            SQLException e = assertThrows(SQLException.class, () -> s.execute("BACKUP"));
            assertEquals("08S01", e.getSQLState());
            assertInstanceOf(SocketException.class, rootOf(e));
        }
        assertTrue(backend.opened.get(0).closed.await(30, TimeUnit.SECONDS));
    }

    @Test
    void aKilledServerRefusesConnectionsUntilItIsStartedAgainOnItsPort() throws Exception {
        int port = server.port();
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            server.stopAbruptly();
            assertEquals(
                    "08S01",
                    assertThrows(SQLException.class, () -> s.execute("SELECT 1"))
                            .getSQLState());
            assertThrows(SQLException.class, () -> connect(source -> source.setConnectRetryCount(0))
                    .close());
            assertTrue(backend.opened.get(0).closed.await(30, TimeUnit.SECONDS));
        }
        server.start();
        assertEquals(port, server.port());
        connect().close();
    }

    @Test
    void aStoppedServerHasClosedItsSessionsAndStartsAgainOnItsPort() throws Exception {
        int port = server.port();
        try (Connection c = connect()) {
            assertEquals(1, server.connections());
            server.stop();
            assertEquals(0, backend.opened.get(0).closed.getCount());
            assertFalse(c.isValid(1));
        }
        server.start();
        server.start();
        assertEquals(port, server.port());
        connect().close();
    }

    @Test
    void aPortThatIsTakenIsAnErrorThatNamesIt() {
        TdsServer second = new TdsServer(backend, certificate, server.port());
        IOException e = assertThrows(IOException.class, second::start);
        assertTrue(e.getMessage().contains("port " + server.port()), e.getMessage());
    }
}
