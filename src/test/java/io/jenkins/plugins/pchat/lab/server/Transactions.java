package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.tsql.Statement;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Map;
import java.util.TreeMap;

/** BEGIN, COMMIT and ROLLBACK of a session; nested transactions are counted, as SQL Server does. */
final class Transactions {

    private final LabSession session;
    private final Map<String, Savepoint> savepoints = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Transactions(LabSession session) {
        this.session = session;
    }

    void run(Statement.Transaction statement) throws ServerError {
        try {
            switch (statement.verb()) {
                case "BEGIN" -> begin();
                case "COMMIT" -> commit();
                case "SAVE" ->
                    savepoints.put(statement.name(), session.connection().setSavepoint());
                default -> rollback(statement.name());
            }
        } catch (SQLException e) {
            throw EngineErrors.of(e);
        }
    }

    /** With SET IMPLICIT_TRANSACTIONS ON a query begins a transaction by itself. */
    void beforeQuery() throws ServerError {
        if (session.state().isOn("IMPLICIT_TRANSACTIONS") && session.state().transactions() == 0) {
            try {
                begin();
            } catch (SQLException e) {
                throw EngineErrors.of(e);
            }
        }
    }

    private void begin() throws SQLException {
        session.connection().setAutoCommit(false);
        session.state().transactions(session.state().transactions() + 1);
    }

    private void commit() throws SQLException, ServerError {
        int open = session.state().transactions();
        if (open == 0) {
            throw new ServerError(3902, 16, "The COMMIT TRANSACTION request has no corresponding BEGIN TRANSACTION.");
        }
        session.state().transactions(open - 1);
        if (open == 1) {
            session.connection().commit();
            session.connection().setAutoCommit(true);
        }
    }

    private void rollback(String name) throws SQLException, ServerError {
        if (session.state().transactions() == 0) {
            throw new ServerError(3903, 16, "The ROLLBACK TRANSACTION request has no corresponding BEGIN TRANSACTION.");
        }
        if (name != null && savepoints.containsKey(name)) {
            session.connection().rollback(savepoints.get(name));
            return;
        }
        session.connection().rollback();
        session.connection().setAutoCommit(true);
        session.state().transactions(0);
    }
}
