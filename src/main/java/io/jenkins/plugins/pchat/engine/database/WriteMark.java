package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.FenceSql;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What had been written to a database at one moment: if two marks are alike, nobody has written between them. Rows alone would not show a changed row;
 * writes alone begin anew when the instance does.
 *
 * @param started when the instance was started, by its clock; the writes are counted since then
 * @param tables by name, {@code dbo.tblChat}
 */
record WriteMark(LocalDateTime started, Map<String, Table> tables) {

    /**
     * One table.
     *
     * @param writes statements of users that have changed it, once for each of its indexes
     */
    record Table(long rows, long writes) {}

    WriteMark {
        tables = Collections.unmodifiableMap(new TreeMap<>(tables));
    }

    /** Reads it; the database is online. */
    static WriteMark read(SqlSession session, String database) throws Failure, InterruptedException {
        List<SqlRow> rows = session.query(FenceSql.writes(database));
        LocalDateTime started = SqlRow.first(rows).moment("sqlserver_start_time");
        Map<String, Table> tables = new TreeMap<>();
        for (SqlRow row : rows) {
            if (row.text("table_name") != null) {
                tables.put(
                        row.text("schema_name") + "." + row.text("table_name"),
                        new Table(count(row, "table_rows"), count(row, "table_writes")));
            }
        }
        return new WriteMark(started, tables);
    }

    private static long count(SqlRow row, String column) {
        Long count = row.number(column);
        return count == null ? 0 : count;
    }

    long rows() {
        return tables.values().stream().mapToLong(Table::rows).sum();
    }

    long writes() {
        return tables.values().stream().mapToLong(Table::writes).sum();
    }

    /** What fits into the description of a backup. */
    WriteStamp stamp() {
        Map<String, Long> rows = new TreeMap<>();
        tables.forEach((name, table) -> rows.put(name, table.rows()));
        return new WriteStamp(writes(), rows(), started, rows.hashCode());
    }

    /** What was written since an earlier mark of the same database, in words, by table; empty if nothing. */
    List<String> since(WriteMark before) {
        List<String> changes = new ArrayList<>();
        Map<String, Table> all = new TreeMap<>(before.tables);
        all.putAll(tables);
        for (String name : all.keySet()) {
            Table then = before.tables.get(name);
            Table now = tables.get(name);
            if (then == null || now == null) {
                changes.add(name + (now == null ? " was dropped" : " was created, with " + now.rows() + " rows"));
                continue;
            }
            long writes = WriteStamp.written(then.writes(), now.writes(), started.equals(before.started));
            if (now.rows() != then.rows()) {
                changes.add(name + " had " + then.rows() + " rows and has " + now.rows());
            } else if (writes > 0) {
                changes.add(name + " has " + now.rows() + " rows as before, and was changed by " + writes
                        + (writes == 1 ? " write" : " writes"));
            }
        }
        return changes;
    }

    /** The tables of which this copy has fewer rows than another copy of the same database, in words. */
    List<String> fewerThan(WriteMark other) {
        List<String> fewer = new ArrayList<>();
        other.tables.forEach((name, there) -> {
            long here = tables.containsKey(name) ? tables.get(name).rows() : 0;
            if (here < there.rows()) {
                fewer.add(name + ": " + here + " instead of " + there.rows());
            }
        });
        return fewer;
    }
}
