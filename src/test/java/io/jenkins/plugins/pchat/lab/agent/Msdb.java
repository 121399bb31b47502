package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.server.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;

/** The tables of one instance's {@code msdb}, written {@code msdb.sysjobs} in the statements given here. */
final class Msdb {

    private final Instance instance;

    Msdb(Instance instance) {
        this.instance = instance;
    }

    /** A row, by column name without regard to case. */
    static final class Row {
        private final Map<String, Object> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        Object value(String column) {
            if (!values.containsKey(column)) {
                throw new IllegalArgumentException("no column " + column + " among " + values.keySet());
            }
            return values.get(column);
        }

        String text(String column) {
            return value(column) == null ? null : value(column).toString();
        }

        /** An integer or a bit; null reads as 0. */
        int number(String column) {
            Object value = value(column);
            return value == null ? 0 : value instanceof Boolean b ? (b ? 1 : 0) : ((Number) value).intValue();
        }

        UUID id(String column) {
            return (UUID) value(column);
        }

        LocalDateTime time(String column) {
            Object value = value(column);
            return value instanceof Timestamp t ? t.toLocalDateTime() : (LocalDateTime) value;
        }
    }

    List<Row> rows(String sql, Object... parameters) {
        try (Connection connection = instance.catalog();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            ResultSetMetaData columns = result.getMetaData();
            List<Row> rows = new ArrayList<>();
            while (result.next()) {
                Row row = new Row();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.values.put(columns.getColumnLabel(i), result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    Optional<Row> row(String sql, Object... parameters) {
        return rows(sql, parameters).stream().findFirst();
    }

    int update(String sql, Object... parameters) {
        try (Connection connection = instance.catalog();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Inserts a row and returns the value of its identity column, 0 when it has none. */
    int insert(String table, Map<String, ?> values) {
        StringJoiner names = new StringJoiner(", ");
        values.keySet().forEach(names::add);
        String sql = "INSERT INTO " + table + " (" + names + ") VALUES ("
                + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
        try (Connection connection = instance.catalog();
                PreparedStatement statement = connection.prepareStatement(real(sql), Statement.RETURN_GENERATED_KEYS)) {
            bind(statement, values.values().toArray());
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() && keys.getObject(1) instanceof Number key ? key.intValue() : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Creates a table when it isn't there; each column is written {@code name type}. */
    void create(String table, String... columns) {
        update("CREATE TABLE IF NOT EXISTS msdb." + table.toLowerCase(Locale.ROOT) + " (" + String.join(", ", columns)
                + ")");
    }

    void createSchema() {
        update("CREATE SCHEMA IF NOT EXISTS \"msdb.dbo\"");
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(real(sql));
        bind(statement, parameters);
        return statement;
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    /** {@code msdb.sysjobs} as the catalog has it: {@code "msdb.dbo"."sysjobs"}. */
    private static String real(String sql) {
        return sql.replaceAll("(?<!\")\\bmsdb\\.([a-z_]+)", "\"msdb.dbo\".\"$1\"");
    }
}
