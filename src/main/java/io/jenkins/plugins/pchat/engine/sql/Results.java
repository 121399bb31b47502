package io.jenkins.plugins.pchat.engine.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Reads a response to its end. SQL Server stops a BACKUP or RESTORE half-way when the client stops reading, and an
 * error may come only with a
 * later result.
 */
final class Results {

    private Results() {}

    /** Runs a prepared statement and returns all rows. */
    static List<SqlRow> rows(PreparedStatement statement) throws SQLException {
        Collected rows = Collected.rows();
        drain(statement, statement.execute(), rows);
        return rows.get();
    }

    /** Runs a statement without parameters and returns all rows. */
    static List<SqlRow> rows(Statement statement, String sql) throws SQLException {
        Collected rows = Collected.rows();
        drain(statement, statement.execute(sql), rows);
        return rows.get();
    }

    /**
     * Runs a batch to its end: after an error of one statement the server goes on with the next, and so does the
     * reading.
     *
     * @throws SQLException the first error, when all is read
     */
    static Void run(Statement statement, String sql) throws SQLException {
        SQLException first = null;
        boolean started = false;
        Collected nothing = Collected.nothing();
        while (true) {
            try {
                boolean rows = started ? statement.getMoreResults() : statement.execute(sql);
                started = true;
                drain(statement, rows, nothing);
                break;
            } catch (SQLException e) {
                started = true;
                nothing.count(statement.getConnection());
                if (first == null) {
                    first = e;
                }
                if (e.getErrorCode() == 0
                        || statement.isClosed()
                        || statement.getConnection().isClosed()) {
                    break;
                }
            }
        }
        if (first != null) {
            throw first;
        }
        return null;
    }

    private static void drain(Statement statement, boolean first, Collected into) throws SQLException {
        boolean rows = first;
        while (true) {
            into.count(statement.getConnection());
            if (rows) {
                try (ResultSet result = statement.getResultSet()) {
                    into.read(result, statement.getConnection());
                }
            } else if (statement.getUpdateCount() == -1) {
                return;
            }
            rows = statement.getMoreResults();
        }
    }
}
