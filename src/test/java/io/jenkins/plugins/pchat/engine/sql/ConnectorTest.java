package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectorTest {

    private static final Limits QUICK = new Limits(
            Duration.ofMillis(500),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5));
    private static final SqlLogin LOGIN = new SqlLogin("pchat", "wrong-password");

    private static Failure fails(SqlTarget target, SqlLogin login) {
        return fails(target, login, QUICK);
    }

    private static Failure fails(SqlTarget target, SqlLogin login, Limits limits) {
        Failure failure =
                assertThrows(Failure.class, () -> new JdbcServers(limits).open(target, login, new OperationId("op-1")));
        assertTrue(failure.what().startsWith(target.instance()), failure.getMessage());
        assertFalse(failure.getMessage().contains("wrong-password"), failure.getMessage());
        assertFalse(failure.getMessage().contains("ClientConnectionId"), failure.getMessage());
        return failure;
    }

    @Test
    void isNotHeldByAServerThatSaysNothing() throws Exception {
        try (ServerSocket mute = new ServerSocket(0)) {
            Failure failure = fails(SqlTarget.of("localhost," + mute.getLocalPort()), LOGIN);

            assertEquals(Failure.Code.CONNECT, failure.code());
            assertTrue(failure.what().contains("then said nothing"), failure.getMessage());
        }
    }

    /** Each single answer may take long here; the login as a whole may not. */
    @Test
    void isNotHeldLongerThanTheWholeLoginMayTake() throws Exception {
        Limits limits = new Limits(
                Duration.ofSeconds(20),
                Duration.ofMillis(500),
                QUICK.hurry(),
                QUICK.query(),
                QUICK.answer(),
                QUICK.silence(),
                QUICK.cancel(),
                QUICK.watch());
        try (ServerSocket mute = new ServerSocket(0)) {
            Failure failure = fails(SqlTarget.of("localhost," + mute.getLocalPort()), LOGIN, limits);

            assertEquals(Failure.Code.CONNECT, failure.code());
        }
    }

    @Test
    void canBeInterruptedWhileItConnects() throws Exception {
        try (ServerSocket mute = new ServerSocket(0)) {
            CountDownLatch accepted = new CountDownLatch(1);
            Thread test = Thread.currentThread();
            Threads.start("accept", () -> {
                try {
                    Socket client = mute.accept();
                    accepted.countDown();
                    test.interrupt();
                    client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                } catch (java.io.IOException e) {
                    accepted.countDown();
                }
            });

            assertThrows(InterruptedException.class, () -> new JdbcServers(ServerDouble.LIMITS)
                    .open(SqlTarget.of("localhost," + mute.getLocalPort()), LOGIN, new OperationId("op-1")));
            assertEquals(0, accepted.getCount());
        }
    }

    @Test
    void namesARefusedPort() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Failure failure = fails(SqlTarget.of("localhost," + port), LOGIN);

        assertEquals(Failure.Code.CONNECT, failure.code());
        assertTrue(failure.what().contains("no connection"), failure.getMessage());
        assertTrue(failure.getMessage().contains("TCP/IP is enabled"), failure.getMessage());
    }

    @Test
    void namesAnUnknownHost() {
        Failure failure = fails(SqlTarget.of("no-such-host.invalid"), LOGIN);

        assertEquals(Failure.Code.CONNECT, failure.code());
        assertTrue(failure.what().contains("no-such-host.invalid can't be resolved"), failure.getMessage());
    }

    @Test
    void namesAnInstanceThatTheBrowserDoesNotKnow() {
        Failure failure = fails(SqlTarget.of("localhost\\NOPE"), LOGIN);

        assertEquals(Failure.Code.CONNECT, failure.code());
        assertTrue(failure.what().contains("the instance NOPE was not found on localhost"), failure.getMessage());
        assertTrue(failure.getMessage().contains("SQL Server Browser"), failure.getMessage());
    }

    @Test
    void saysWhatToDoWithoutTheNativeLibrary() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows may have the library");
        try (ServerDouble server = new ServerDouble()) {
            Failure failure = fails(server.target(), SqlLogin.AGENT_ACCOUNT, ServerDouble.LIMITS);

            assertEquals(Failure.Code.CONNECT, failure.code());
            assertTrue(failure.getMessage().contains("mssql-jdbc_auth-13"), failure.getMessage());
            assertTrue(failure.getMessage().contains("credentialsId"), failure.getMessage());
        }
    }

    @Test
    void saysThatTheLoginWasRefused() throws Exception {
        try (ServerDouble server = new ServerDouble()) {
            Failure failure = fails(server.target(), LOGIN, ServerDouble.LIMITS);

            assertEquals(Failure.Code.LOGIN, failure.code());
            assertEquals(18456, failure.sqlNumber());
            assertTrue(failure.what().contains("login pchat"), failure.getMessage());
            assertEquals(1, server.logins.size(), "a refused login must not be tried again: it can lock the account");
        }
    }

    @Test
    void logsAWindowsAccountInByNtlm() throws Exception {
        try (ServerDouble server = new ServerDouble();
                SqlSession session = new JdbcServers(ServerDouble.LIMITS)
                        .open(
                                server.target(),
                                new SqlLogin("dci\\svc-pchat", ServerDouble.PASSWORD),
                                new OperationId("op-1"))) {
            assertTrue(server.logins.get(0).windows());
            assertEquals("DCI\\svc-pchat", server.logins.get(0).user());
        }
    }

    @Test
    void saysHowToTrustACertificate() throws Exception {
        try (ServerDouble server = new ServerDouble()) {
            Failure failure = fails(SqlTarget.of(server.target().instance()), LOGIN, ServerDouble.LIMITS);

            assertEquals(Failure.Code.CONNECT, failure.code());
            assertTrue(failure.what().contains("certificate is not trusted"), failure.getMessage());
            assertTrue(failure.getMessage().contains("keytool -importcert"), failure.getMessage());
            assertTrue(failure.getMessage().contains("trustServerCertificate"), failure.getMessage());
        }
    }
}
