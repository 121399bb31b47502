package io.jenkins.plugins.pchat.lab;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import io.jenkins.plugins.pchat.lab.wire.LabCertificate;
import java.sql.Connection;
import java.sql.SQLException;

/** A stranger's client: looks into the lab through the driver. */
final class LabClient {

    private LabClient() {}

    static Connection connect(DataCentres lab, int port) throws SQLException {
        SQLServerDataSource source = new SQLServerDataSource();
        source.setServerName("localhost");
        source.setPortNumber(port);
        source.setUser(DatabaseServers.LOGIN);
        source.setPassword(lab.password());
        source.setTrustStore(lab.servers().trustStore().toString());
        source.setTrustStorePassword(LabCertificate.TRUST_STORE_PASSWORD);
        source.setApplicationName("rehearsal");
        return source.getConnection();
    }
}
