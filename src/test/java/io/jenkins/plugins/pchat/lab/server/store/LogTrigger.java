package io.jenkins.plugins.pchat.lab.server.store;

import io.jenkins.plugins.pchat.lab.server.model.LogRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.h2.api.Trigger;

/** Writes each change of a user table to the log, within the transaction that makes it. Restoring writes no log. */
public final class LogTrigger implements Trigger {

    private static final ThreadLocal<Boolean> SUSPENDED = ThreadLocal.withInitial(() -> false);
    private static final String INSERT =
            "INSERT INTO \"lab\".\"log\" (database_schema, table_name, kind, before_image, after_image) VALUES (?, "
                    + "?, ?, ?, ?)";

    private String schema;
    private String table;

    /** A piece of work on tables that leaves no log. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    /** Does something on this thread without log. */
    static void suspended(Work work) throws SQLException {
        SUSPENDED.set(true);
        try {
            work.run();
        } finally {
            SUSPENDED.remove();
        }
    }

    @Override
    public void init(
            Connection connection, String schemaName, String trigger, String tableName, boolean before, int type) {
        schema = schemaName;
        table = tableName;
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        if (SUSPENDED.get()) {
            return;
        }
        TableWrites.touched(schema, table);
        LogRecord.Kind kind =
                before == null ? LogRecord.Kind.INSERT : after == null ? LogRecord.Kind.DELETE : LogRecord.Kind.UPDATE;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, schema);
            insert.setString(2, table);
            insert.setString(3, kind.name());
            insert.setBytes(4, before == null ? null : RowCodec.encode(Arrays.asList(before)));
            insert.setBytes(5, after == null ? null : RowCodec.encode(Arrays.asList(after)));
            insert.execute();
        }
    }
}
