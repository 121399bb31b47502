package io.jenkins.plugins.pchat.lab.server.store;

import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.LogRecord;
import io.jenkins.plugins.pchat.lab.server.model.TableDefinition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes rows of a backup into a database that is being restored; nothing of it goes to the log. */
public final class RowRestorer {

    private final TableEngine engine;
    private final Database database;

    public RowRestorer(TableEngine engine, Database database) {
        this.engine = engine;
        this.database = database;
    }

    /** For a database that begins anew with these tables, all empty. */
    public static RowRestorer anew(TableEngine engine, Database database, List<TableDefinition> tables)
            throws SQLException {
        new RowStore(engine).clear(database);
        RowRestorer restorer = new RowRestorer(engine, database);
        for (TableDefinition table : tables) {
            restorer.create(table);
        }
        return restorer;
    }

    /** Makes a table as it was. */
    public void create(TableDefinition table) throws SQLException {
        engine.run(
                "CREATE TABLE " + RowStore.name(database, table.name()) + " (" + table.columns() + ")",
                "CREATE TRIGGER " + TableEngine.quote(database.schema()) + "."
                        + TableEngine.quote("log_" + table.name()) + " AFTER INSERT, UPDATE, DELETE ON "
                        + RowStore.name(database, table.name()) + " FOR EACH ROW CALL '" + LogTrigger.class.getName()
                        + "'");
        database.tables().put(table.name(), table);
    }

    /** Inserts rows. */
    public void insert(String table, List<byte[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        int columns = RowCodec.decode(rows.get(0)).size();
        String sql = "INSERT INTO " + RowStore.name(database, table) + " VALUES ("
                + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        LogTrigger.suspended(() -> {
            try (Connection connection = engine.open();
                    PreparedStatement insert = connection.prepareStatement(sql)) {
                connection.setAutoCommit(false);
                for (byte[] row : rows) {
                    bind(insert, 1, RowCodec.decode(row));
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            }
        });
    }

    /** Does again what log records tell, in one transaction; records below a number were done before. */
    public void replay(List<LogRecord> records, long from) throws SQLException {
        LogTrigger.suspended(() -> {
            try (Connection connection = engine.open()) {
                connection.setAutoCommit(false);
                for (LogRecord record : records) {
                    if (record.lsn() >= from) {
                        replay(connection, record);
                    }
                }
                connection.commit();
            }
        });
    }

    private void replay(Connection connection, LogRecord record) throws SQLException {
        switch (record.kind()) {
            case CREATE_TABLE -> create(new TableDefinition(objectId(database), record.table(), record.columns()));
            case DROP_TABLE -> {
                engine.run("DROP TABLE IF EXISTS " + RowStore.name(database, record.table()));
                database.tables().remove(record.table());
            }
            default -> {
                if (record.before() != null) {
                    remove(connection, record);
                }
                if (record.after() != null) {
                    String marks =
                            String.join(", ", Collections.nCopies(record.after().size(), "?"));
                    try (PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO " + RowStore.name(database, record.table()) + " VALUES (" + marks + ")")) {
                        bind(insert, 1, record.after());
                        insert.execute();
                    }
                }
            }
        }
    }

    private void remove(Connection connection, LogRecord record) throws SQLException {
        String table = RowStore.name(database, record.table());
        String condition;
        try (Statement query = connection.createStatement();
                ResultSet none = query.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
            condition = IntStream.rangeClosed(1, none.getMetaData().getColumnCount())
                    .mapToObj(i -> column(none, i) + " IS NOT DISTINCT FROM ?")
                    .collect(Collectors.joining(" AND "));
        }
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM " + table + " WHERE " + condition + " FETCH FIRST 1 ROW ONLY")) {
            bind(delete, 1, record.before());
            delete.execute();
        }
    }

    private static String column(ResultSet result, int index) {
        try {
            return TableEngine.quote(result.getMetaData().getColumnName(index));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Numbers that identity columns give go on after the highest one. */
    public void finish() throws SQLException {
        for (TableDefinition table : database.tables().values()) {
            try (Connection connection = engine.open();
                    Statement statement = connection.createStatement();
                    ResultSet identity = statement.executeQuery(
                            "SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE IS_IDENTITY = 'YES' "
                                    + "AND TABLE_SCHEMA = '" + database.schema() + "' AND TABLE_NAME = '" + table.name()
                                    + "'")) {
                if (identity.next()) {
                    String column = TableEngine.quote(identity.getString(1));
                    String name = RowStore.name(database, table.name());
                    engine.run("ALTER TABLE " + name + " ALTER COLUMN " + column + " RESTART WITH (SELECT COALESCE(MAX("
                            + column + "), 0) + 1 FROM " + name + ")");
                }
            }
        }
    }

    /** The next free object id of a database. */
    public static int objectId(Database database) {
        return database.tables().values().stream()
                        .mapToInt(TableDefinition::objectId)
                        .max()
                        .orElse(245_575_913)
                + 16_000_057;
    }

    private static void bind(PreparedStatement statement, int first, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(first + i, values.get(i));
        }
    }
}
