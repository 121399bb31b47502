package io.jenkins.plugins.pchat.lab.wire;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the wire with the Microsoft driver share: a server with a scripted backend, its certificate, connections to it. */
abstract class WireTest {

    /** A mute server must fail a test rather than hang it: the driver's own limits do not hold (TDS-FACTS 0.11). */
    private static final int SOCKET_TIMEOUT = 20_000;

    static LabCertificate certificate;
    static Path trustStore;

    @TempDir
    static Path folder;

    final ScriptedBackend backend = new ScriptedBackend();
    TdsServer server;

    @BeforeAll
    static void makeCertificate() throws IOException {
        certificate = LabCertificate.create("lab");
        trustStore = certificate.writeTrustStore(folder, "lab");
    }

    @BeforeEach
    void start() throws IOException {
        start(Encryption.OFF);
    }

    private void start(Encryption encryption) throws IOException {
        server = new TdsServer(backend, certificate, 0, encryption);
        server.start();
    }

    /** Another server in the place of the first, which takes encryption another way. */
    void restart(Encryption encryption) throws IOException {
        server.stop();
        start(encryption);
    }

    @AfterEach
    void stop() throws IOException {
        server.stop();
    }

    /** An encrypted connection that trusts the lab's certificate. */
    Connection connect() throws SQLException {
        return connect(source -> {});
    }

    Connection connect(Consumer<SQLServerDataSource> change) throws SQLException {
        SQLServerDataSource source = untrusting();
        source.setTrustStore(trustStore.toString());
        source.setTrustStorePassword(LabCertificate.TRUST_STORE_PASSWORD);
        change.accept(source);
        return source.getConnection();
    }

    /** A source of encrypted connections that trusts what Java trusts. */
    SQLServerDataSource untrusting() {
        SQLServerDataSource source = new SQLServerDataSource();
        source.setServerName("localhost");
        source.setPortNumber(server.port());
        source.setUser(ScriptedBackend.USER);
        source.setPassword(ScriptedBackend.PASSWORD);
        source.setEncrypt("true");
        source.setSocketTimeout(SOCKET_TIMEOUT);
        return source;
    }
}
