package io.jenkins.plugins.pchat.lab.server.model;

import java.util.List;

/**
 * One change that the log holds.
 *
 * @param lsn the log sequence number it was written at
 * @param kind what changed
 * @param table the table's name in schema dbo
 * @param before the row before an update or delete, else null
 * @param after the row after an insert or update, else null
 * @param columns the column definitions of a created table, else null
 */
public record LogRecord(long lsn, Kind kind, String table, List<Object> before, List<Object> after, String columns) {

    /** The kinds of change. */
    public enum Kind {
        INSERT,
        UPDATE,
        DELETE,
        CREATE_TABLE,
        DROP_TABLE
    }

    public LogRecord at(long newLsn) {
        return new LogRecord(newLsn, kind, table, before, after, columns);
    }
}
