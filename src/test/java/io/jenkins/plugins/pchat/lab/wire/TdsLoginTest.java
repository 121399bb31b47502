package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class TdsLoginTest extends WireTest {

    private Backend.Login login() {
        return backend.logins.get(backend.logins.size() - 1);
    }

    private void selectsOne(Consumer<SQLServerDataSource> change) throws SQLException {
        try (Connection c = connect(change);
                Statement s = c.createStatement();
                ResultSet rows = s.executeQuery("SELECT 1")) {
            assertTrue(rows.next());
            assertEquals(1, rows.getInt(1));
            assertFalse(rows.next());
        }
    }

    @Test
    void encryptsTheWholeSessionForTheDriversDefault() throws Exception {
        selectsOne(source -> {});
        assertTrue(login().encrypted());
    }

    @Test
    void refusesNobodyWhoWantsOnlyTheLoginEncrypted() throws Exception {
        selectsOne(source -> source.setEncrypt("false"));
        assertFalse(login().encrypted());
    }

    @Test
    void speaksTds8InsideTls() throws Exception {
        selectsOne(source -> {
            source.setEncrypt("strict");
            source.setHostNameInCertificate("localhost");
        });
        assertTrue(login().encrypted());
    }

    @Test
    void isNotTrustedWithoutItsCertificate() {
        SQLException e = assertThrows(
                SQLException.class, () -> untrusting().getConnection().close());
        assertEquals("08S01", e.getSQLState());
        assertInstanceOf(SSLHandshakeException.class, e.getCause());
        assertTrue(backend.logins.isEmpty());
    }

    @Test
    void isNotTrustedUnderAnotherName() {
        SQLException e = assertThrows(SQLException.class, () -> connect(source -> source.setServerName("127.0.0.1"))
                .close());
        assertEquals("08S01", e.getSQLState());
        assertTrue(backend.logins.isEmpty());
    }

    @Test
    void tellsTheBackendWhoComes() throws Exception {
        connect(source -> {
                    source.setApplicationName("pchat test");
                    source.setWorkstationID("agent7");
                    source.setDatabaseName("mgc");
                })
                .close();
        assertEquals("sa", login().user());
        assertEquals("pchat test", login().applicationName());
        assertEquals("agent7", login().hostName());
        assertEquals("mgc", login().database());
        assertTrue(login().clientLibrary().startsWith("Microsoft JDBC Driver"), login().clientLibrary());
        assertFalse(login().windows());
        assertFalse(login().toString().contains(ScriptedBackend.PASSWORD));
    }

    @Test
    void showsItsVersionAndItsDatabase() throws Exception {
        try (Connection c = connect(source -> source.setDatabaseName("mgc"))) {
            assertEquals("12.00.6024", c.getMetaData().getDatabaseProductVersion());
            assertEquals("mgc", c.getCatalog());
        }
    }

    @Test
    void aWrongPasswordIsError18456() {
        SQLException e = assertThrows(SQLException.class, () -> connect(source -> source.setPassword("wrong"))
                .close());
        assertEquals(18456, e.getErrorCode());
        assertEquals(1, backend.logins.size());
    }

    @Test
    void anUnknownDatabaseIsError4060FollowedBy18456() {
        SQLException e = assertThrows(SQLException.class, () -> connect(source -> {
                    source.setDatabaseName("nowhere");
                    source.setConnectRetryCount(0);
                })
                .close());
        assertEquals(4060, e.getErrorCode());
        assertEquals(18456, e.getNextException().getErrorCode());
    }

    @Test
    void checksTheProofOfAWindowsAccount() throws Exception {
        selectsOne(source -> windows(source, ScriptedBackend.WINDOWS_PASSWORD));
        assertEquals("DCI\\svc-pchat", login().user());
        assertTrue(login().windows());
    }

    @Test
    void refusesAWindowsAccountWithAWrongPassword() {
        SQLException e = assertThrows(SQLException.class, () -> connect(source -> windows(source, "wrong"))
                .close());
        assertEquals(18456, e.getErrorCode());
        assertTrue(backend.logins.isEmpty());
    }

    private static void windows(SQLServerDataSource source, String password) {
        source.setIntegratedSecurity(true);
        source.setAuthenticationScheme("NTLM");
        source.setDomain("DCI");
        source.setUser("svc-pchat");
        source.setPassword(password);
    }

    @Test
    void aServerThatForcesEncryptionEncryptsForAClientThatDidNotAsk() throws Exception {
        restart(Encryption.FORCE);
        selectsOne(source -> source.setEncrypt("false"));
        assertTrue(login().encrypted());
    }

    @Test
    void aServerWithoutACertificateSpeaksInTheClear() throws Exception {
        restart(Encryption.NONE);
        selectsOne(source -> source.setEncrypt("false"));
        assertFalse(login().encrypted());
    }

    @Test
    void aServerWithoutACertificateIsRefusedByAClientThatWantsEncryption() throws Exception {
        restart(Encryption.NONE);
        SQLException e = assertThrows(SQLException.class, () -> connect().close());
        assertEquals("08S01", e.getSQLState());
        assertTrue(backend.logins.isEmpty());
    }
}
