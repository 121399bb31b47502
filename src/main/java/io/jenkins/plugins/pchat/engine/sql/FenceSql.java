package io.jenkins.plugins.pchat.engine.sql;

/**
 * The statements that keep writes from being lost: what has been written to a database, who is ended, and an overwriting that gives up when
 * something has been written meanwhile. They run on SQL Server 2008 R2 to 2016.
 */
public final class FenceSql {

    /** A session that is to be ended, in a plan. */
    public static final String KILL_ANY = "KILL <session>";

    private FenceSql() {}

    /**
     * One row for each user table: its rows, and how often user statements have changed it ({@code user_updates} of
     * {@code sys.dm_db_index_usage_stats}, each execution counted once an index). The counts begin anew when the instance starts, and when
     * the database is shut down, so the time of the start is read with them. A database without tables has one row without a name.
     */
    public static String writes(String database) {
        String schema = SqlName.of(database) + ".sys.";
        return """
            SELECT i.sqlserver_start_time, s.name AS schema_name, t.name AS table_name, r.table_rows, u.table_writes
            FROM sys.dm_os_sys_info AS i
            LEFT JOIN %1$stables AS t ON t.is_ms_shipped = 0
            LEFT JOIN %1$sschemas AS s ON s.schema_id = t.schema_id
            LEFT JOIN (SELECT object_id, SUM(row_count) AS table_rows FROM %1$sdm_db_partition_stats
                WHERE index_id IN (0, 1) GROUP BY object_id) AS r ON r.object_id = t.object_id
            LEFT JOIN (SELECT object_id, SUM(user_updates) AS table_writes FROM sys.dm_db_index_usage_stats
                WHERE database_id = DB_ID(%2$s) GROUP BY object_id) AS u ON u.object_id = t.object_id
            ORDER BY s.name, t.name""".formatted(schema, SqlText.of(database));
    }

    /** Ends a session; it rolls back what it has not committed. KILL takes no variable. */
    public static String kill(int session) {
        return "KILL " + session;
    }

    /** Checks a database page by page, and with it whether rows and indexes agree unless only the pages are wanted. */
    public static String checkDatabase(String database, boolean physicalOnly) {
        return "DBCC CHECKDB (" + SqlText.of(database) + ") WITH NO_INFOMSGS" + (physicalOnly ? ", PHYSICAL_ONLY" : "");
    }

    /**
     * Restores over a database that is online, if it still has these rows and these writes. The session goes into the database, so that it is the one
     * that stays when all others are ended, and looks there, where nobody else can write any more. Between its leaving and the restore nothing
     * else runs; whoever takes the place then makes the restore fail (3101). When something was written, or the place was not had, error 50000 says so
     * and nothing is overwritten. Users are let in again unless the restore has begun to overwrite.
     *
     * @param asyncStatistics whether the background statistics update has to be switched off, which would take the one place
     */
    public static String restoreIfUnchanged(
            String database, long rows, long writes, boolean asyncStatistics, String restore) {
        String name = SqlName.of(database).toString();
        String text = SqlText.of(database).toString();
        return """
            USE %1$s;
            %7$sALTER DATABASE %1$s SET SINGLE_USER WITH ROLLBACK IMMEDIATE;
            IF DB_NAME() = %2$s
                AND EXISTS (SELECT 1 FROM sys.databases WHERE name = %2$s AND user_access_desc = N'SINGLE_USER')
                AND (SELECT ISNULL(SUM(p.row_count), 0) FROM %1$s.sys.dm_db_partition_stats AS p
                    JOIN %1$s.sys.tables AS t ON t.object_id = p.object_id
                    WHERE p.index_id IN (0, 1) AND t.is_ms_shipped = 0) = %3$d
                AND (SELECT ISNULL(SUM(u.user_updates), 0) FROM sys.dm_db_index_usage_stats AS u
                    JOIN %1$s.sys.tables AS t ON t.object_id = u.object_id
                    WHERE u.database_id = DB_ID(%2$s) AND t.is_ms_shipped = 0) = %4$d
            BEGIN
                USE [master];
            %5$s
            END
            ELSE
            BEGIN
                USE [master];
                RAISERROR (N'The database was written to, or somebody else had it. Nothing was overwritten.', 16, 1);
            END;
            %6$s""".formatted(
                        name,
                        text,
                        rows,
                        writes,
                        restore.indent(4).stripTrailing(),
                        letIn(database),
                        asyncStatistics ? TSql.noAsyncStatistics(database) + ";\n" : "");
    }

    /** Lets users in again, if the database is one that they can use. */
    public static String letIn(String database) {
        return "IF EXISTS (SELECT 1 FROM sys.databases WHERE name = " + SqlText.of(database)
                + " AND state_desc = N'ONLINE')\n    " + TSql.multiUser(database);
    }
}
