package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.CertificateException;
import java.sql.SQLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class ConnectErrorsTest {

    private static String message(Throwable cause) {
        SQLException error = new SQLException("The driver could not establish a secure connection.", "08S01", cause);
        return ConnectErrors.failure(SqlTarget.of("localhost"), new SqlLogin("sa", "x"), error)
                .getMessage();
    }

    @Test
    void namesAServerThatIsStuckWithTls10() {
        String message = message(new SSLHandshakeException(
                "The server selected protocol version TLS10 is not accepted by client preferences [TLS13, TLS12]"));
        assertTrue(message.contains("TLS 1.2"), message);
        assertTrue(message.contains("does not help"), message);
    }

    @Test
    void namesACertificateForAnotherHost() {
        SSLHandshakeException handshake = new SSLHandshakeException("failed");
        handshake.initCause(new CertificateException("Failed to validate the server name in a certificate"));
        String message = message(handshake);
        assertTrue(message.contains("is not made out to localhost"), message);
        assertTrue(message.contains("hostNameInCertificate"), message);
    }

    @Test
    void passesAnotherTlsErrorOn() {
        String message = message(new SSLHandshakeException("Received fatal alert: handshake_failure"));
        assertTrue(message.contains("handshake_failure"), message);
    }
}
