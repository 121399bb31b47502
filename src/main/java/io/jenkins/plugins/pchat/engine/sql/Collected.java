package io.jenkins.plugins.pchat.engine.sql;

import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is kept of an answer, and how much of it at most: the largest that an honest server gives, the full backups of a database over years, stays far below. A
 * server that sends more is cut off, for closing a statement in good order would mean to read its answer to the end.
 */
final class Collected {

    /** Values of all rows together; with the names of their columns some 200 MB of memory. */
    static final int MOST_VALUES = 1_000_000;

    /** Characters of all texts together. */
    static final int MOST_CHARACTERS = 16 * 1024 * 1024;

    /** Results of one batch, those without rows too; and rows of a statement that is executed, whose rows nobody wants. */
    static final int MOST_RESULTS = 100_000;

    /** A declared length up to which the driver holds a value in one packet's memory; longer ones are read as streams. */
    private static final int SHORT = 8_000;

    private static final Set<Integer> SHORT_TYPES = Set.of(
            Types.BIT,
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.REAL,
            Types.FLOAT,
            Types.DOUBLE,
            Types.DECIMAL,
            Types.NUMERIC,
            Types.CHAR,
            Types.NCHAR,
            Types.VARCHAR,
            Types.NVARCHAR,
            Types.BINARY,
            Types.VARBINARY,
            Types.DATE,
            Types.TIME,
            Types.TIMESTAMP);

    /** Texts without a declared end, or of up to 2 GB. */
    private static final Set<Integer> LONG_TEXTS =
            Set.of(Types.NVARCHAR, Types.VARCHAR, Types.LONGNVARCHAR, Types.LONGVARCHAR);

    private final boolean keep;
    private final List<SqlRow> rows = new ArrayList<>();
    private int values;
    private int characters;
    private int results;

    private Collected(boolean keep) {
        this.keep = keep;
    }

    /** For the rows of a query. */
    static Collected rows() {
        return new Collected(true);
    }

    /** For a statement that is executed: what it gives is read and forgotten. */
    static Collected nothing() {
        return new Collected(false);
    }

    List<SqlRow> get() {
        return rows;
    }

    /** Counts a result, or a row that isn't kept. */
    void count(Connection connection) throws SQLException {
        if (++results > MOST_RESULTS) {
            throw cut(connection, "more than " + MOST_RESULTS + " results");
        }
    }

    void read(ResultSet result, Connection connection) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            // The driver can only pass over such a value by keeping it.
            if (!isShort(columns, i) && !LONG_TEXTS.contains(columns.getColumnType(i))) {
                throw cut(connection, "a value of a type that was not asked for");
            }
        }
        while (result.next()) {
            if (!keep) {
                count(connection);
                continue;
            }
            values += columns.getColumnCount();
            if (values > MOST_VALUES) {
                throw cut(connection, "more than " + MOST_VALUES + " values");
            }
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                String name = columns.getColumnLabel(i);
                row.put(
                        name.isEmpty() || row.containsKey(name) ? name + "#" + i : name,
                        value(result, columns, i, connection));
            }
            rows.add(new SqlRow(row));
        }
    }

    private Object value(ResultSet result, ResultSetMetaData columns, int i, Connection connection)
            throws SQLException {
        int type = columns.getColumnType(i);
        if (type == Types.TIMESTAMP) {
            // A time without its zone: as a Timestamp, an hour that summer time skips here would be another one.
            return result.getObject(i, LocalDateTime.class);
        }
        if (!isShort(columns, i)) {
            return longText(result, i, connection);
        }
        Object value = result.getObject(i);
        if (value instanceof String text) {
            characters += text.length();
            checkCharacters(connection);
        }
        return value;
    }

    private static boolean isShort(ResultSetMetaData columns, int i) throws SQLException {
        return SHORT_TYPES.contains(columns.getColumnType(i)) && columns.getPrecision(i) <= SHORT;
    }

    private String longText(ResultSet result, int i, Connection connection) throws SQLException {
        try (Reader reader = result.getCharacterStream(i)) {
            if (reader == null) {
                return null;
            }
            StringBuilder text = new StringBuilder();
            char[] some = new char[4096];
            for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
                text.append(some, 0, read);
                characters += read;
                checkCharacters(connection);
            }
            return text.toString();
        } catch (IOException e) {
            throw new SQLException("the answer broke off: " + e.getMessage(), e);
        }
    }

    private void checkCharacters(Connection connection) throws SQLException {
        if (characters > MOST_CHARACTERS) {
            throw cut(connection, "more than " + MOST_CHARACTERS + " characters");
        }
    }

    private static SQLException cut(Connection connection, String what) throws SQLException {
        connection.abort(Runnable::run);
        return new SQLException("the server answered with " + what + ", and was cut off");
    }
}
