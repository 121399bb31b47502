package io.jenkins.plugins.pchat.lab.server.store;

import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.LogRecord;
import io.jenkins.plugins.pchat.lab.server.model.TableDefinition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of user databases: what was written, a consistent copy of all rows, and their restoring. */
public final class RowStore {

    private final TableEngine engine;

    public RowStore(TableEngine engine) {
        this.engine = engine;
    }

    /** A table was created: from now on its changes are logged. */
    public void tableCreated(Database database, TableDefinition table) throws SQLException {
        String name = name(database, table.name());
        engine.run("CREATE TRIGGER " + TableEngine.quote(database.schema()) + "."
                + TableEngine.quote("log_" + table.name()) + " AFTER INSERT, UPDATE, DELETE ON " + name
                + " FOR EACH ROW CALL '" + LogTrigger.class.getName() + "'");
        logDefinition(database, LogRecord.Kind.CREATE_TABLE, table.name(), table.columns());
    }

    /** A table was dropped. */
    public void tableDropped(Database database, String table) throws SQLException {
        logDefinition(database, LogRecord.Kind.DROP_TABLE, table, null);
    }

    private void logDefinition(Database database, LogRecord.Kind kind, String table, String columns)
            throws SQLException {
        try (Connection connection = engine.open();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO \"lab\".\"log\" (database_schema, table_name, kind, columns) VALUES (?, ?, ?, "
                                + "?)")) {
            insert.setString(1, database.schema());
            insert.setString(2, table);
            insert.setString(3, kind.name());
            insert.setString(4, columns);
            insert.execute();
        }
    }

    /** Moves what was committed since the last time to the database's log. */
    public void harvest(Database database) throws SQLException {
        snapshot(database, false);
    }

    /** The encoded rows of each table as of one moment; the log goes up to that moment. */
    public Map<String, List<byte[]>> snapshot(Database database) throws SQLException {
        return snapshot(database, true);
    }

    private Map<String, List<byte[]>> snapshot(Database database, boolean withRows) throws SQLException {
        Map<String, List<byte[]>> rows = new LinkedHashMap<>();
        synchronized (database) {
            try (Connection connection = engine.open()) {
                connection.setAutoCommit(false);
                // H2's isolation level SNAPSHOT: the log and all tables are read as of one moment.
                connection.setTransactionIsolation(org.h2.engine.Constants.TRANSACTION_SNAPSHOT);
                long last = readLog(connection, database);
                if (withRows) {
                    for (TableDefinition table : database.tables().values()) {
                        rows.put(table.name(), readTable(connection, database, table));
                    }
                }
                try (PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM \"lab\".\"log\" WHERE database_schema = ? AND id <= ?")) {
                    delete.setString(1, database.schema());
                    delete.setLong(2, last);
                    delete.execute();
                }
                connection.commit();
            }
        }
        return rows;
    }

    private static long readLog(Connection connection, Database database) throws SQLException {
        long last = 0;
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT id, table_name, kind, before_image, after_image, columns FROM \"lab\".\"log\" WHERE "
                        + "database_schema = ? ORDER BY id")) {
            query.setString(1, database.schema());
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    last = found.getLong(1);
                    byte[] before = found.getBytes(4);
                    byte[] after = found.getBytes(5);
                    database.log()
                            .write(new LogRecord(
                                    0,
                                    LogRecord.Kind.valueOf(found.getString(3)),
                                    found.getString(2),
                                    before == null ? null : RowCodec.decode(before),
                                    after == null ? null : RowCodec.decode(after),
                                    found.getString(6)));
                }
            }
        }
        return last;
    }

    private static List<byte[]> readTable(Connection connection, Database database, TableDefinition table)
            throws SQLException {
        List<byte[]> rows = new ArrayList<>();
        try (Statement query = connection.createStatement();
                ResultSet found = query.executeQuery("SELECT * FROM " + name(database, table.name()))) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<Object> row = new ArrayList<>(columns);
                for (int i = 1; i <= columns; i++) {
                    row.add(found.getObject(i));
                }
                rows.add(RowCodec.encode(row));
            }
        }
        return rows;
    }

    /** Forgets all tables and rows of a database, and what its log had not got yet. */
    public void clear(Database database) throws SQLException {
        engine.dropDatabase(database.name());
        engine.createDatabase(database.name());
        database.tables().clear();
        engine.run("DELETE FROM \"lab\".\"log\" WHERE database_schema = '"
                + database.schema().replace("'", "''") + "'");
    }

    static String name(Database database, String table) {
        return TableEngine.quote(database.schema()) + "." + TableEngine.quote(table);
    }
}
