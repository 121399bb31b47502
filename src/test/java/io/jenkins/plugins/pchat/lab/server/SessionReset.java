package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.store.TableEngine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes a session as it was after its login, for a client that keeps connections in a pool. */
final class SessionReset {

    private SessionReset() {}

    static void run(LabSession session) {
        Connection connection = session.connection();
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            try (Statement drop = connection.createStatement()) {
                for (String table : session.state().temporaryTables()) {
                    drop.execute("DROP TABLE IF EXISTS " + TableEngine.quote(table));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        session.state().reset();
    }
}
