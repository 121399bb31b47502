package io.jenkins.plugins.pchat.engine.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a response to its end. SQL Server stops a BACKUP or RESTORE half-way when the client stops reading, and an
 * error may come only with a
 * later result.
 */
final class Results {

    private Results() {}

    /** Runs a prepared statement and returns all rows. */
    static List<SqlRow> rows(PreparedStatement statement) throws SQLException {
        List<SqlRow> rows = new ArrayList<>();
        drain(statement, statement.execute(), rows);
        return rows;
    }

    /** Runs a statement without parameters and returns all rows. */
    static List<SqlRow> rows(Statement statement, String sql) throws SQLException {
        List<SqlRow> rows = new ArrayList<>();
        drain(statement, statement.execute(sql), rows);
        return rows;
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
        while (true) {
            try {
                boolean rows = started ? statement.getMoreResults() : statement.execute(sql);
                started = true;
                drain(statement, rows, new ArrayList<>());
                break;
            } catch (SQLException e) {
                started = true;
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

    private static void drain(Statement statement, boolean first, List<SqlRow> into) throws SQLException {
        boolean rows = first;
        while (true) {
            if (rows) {
                try (ResultSet result = statement.getResultSet()) {
                    read(result, into);
                }
            } else if (statement.getUpdateCount() == -1) {
                return;
            }
            rows = statement.getMoreResults();
        }
    }

    private static void read(ResultSet result, List<SqlRow> into) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        while (result.next()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                String name = columns.getColumnLabel(i);
                row.put(name.isEmpty() || row.containsKey(name) ? name + "#" + i : name, value(result, columns, i));
            }
            into.add(new SqlRow(row));
        }
    }

    /** A time without its zone: as a Timestamp, an hour that summer time skips here would be another one. */
    private static Object value(ResultSet result, ResultSetMetaData columns, int i) throws SQLException {
        return columns.getColumnType(i) == Types.TIMESTAMP
                ? result.getObject(i, LocalDateTime.class)
                : result.getObject(i);
    }
}
