package io.jenkins.plugins.pchat.engine.sql;

/**
 * What the operations read of a server and of a database. The queries run on SQL Server 2008 R2 to 2016, and take their values as parameters; where T-SQL
 * takes none they are quoted by {@link SqlName} and {@link SqlText}.
 */
public final class Queries {

    /** This session's id. */
    public static final String SESSION_ID = "SELECT @@SPID AS session_id";

    /** How a session of another connection gets on; parameters: its id, its application name. No row: it is gone. */
    public static final String WATCH_SESSION = """
            SELECT s.session_id, r.command, r.percent_complete, r.wait_type, r.blocking_session_id
            FROM sys.dm_exec_sessions AS s
            LEFT JOIN sys.dm_exec_requests AS r ON r.session_id = s.session_id
            WHERE s.session_id = ? AND s.program_name = ? AND s.session_id <> @@SPID""";

    /** What sessions of an application name run now, other than this one; parameter: the name. */
    public static final String RUNNING_REQUESTS = """
            SELECT r.session_id, r.command, r.percent_complete
            FROM sys.dm_exec_requests AS r
            JOIN sys.dm_exec_sessions AS s ON s.session_id = r.session_id
            WHERE s.program_name = ? AND r.session_id <> @@SPID""";

    /** Who the server is, who we are there, and its clock. InstanceDefault...Path is NULL before 2012. */
    public static final String SERVER_IDENTITY = """
            SELECT @@SERVERNAME AS server_name,
                CAST(SERVERPROPERTY('ServerName') AS nvarchar(256)) AS property_name,
                CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128)) AS product_version,
                CAST(SERVERPROPERTY('Edition') AS nvarchar(128)) AS edition,
                CAST(SERVERPROPERTY('Collation') AS nvarchar(128)) AS server_collation,
                CAST(SERVERPROPERTY('InstanceDefaultDataPath') AS nvarchar(260)) AS default_data_path,
                CAST(SERVERPROPERTY('InstanceDefaultLogPath') AS nvarchar(260)) AS default_log_path,
                SUSER_SNAME() AS login_name,
                IS_SRVROLEMEMBER('sysadmin') AS is_sysadmin,
                SYSDATETIME() AS server_time""";

    /** A database; parameter: its name. All columns, for later versions have more. */
    public static final String DATABASE =
            "SELECT d.*, SUSER_SNAME(d.owner_sid) AS owner_name FROM sys.databases AS d WHERE d.name = ?";

    /** The snapshots of a database; parameter: its id. */
    public static final String SNAPSHOTS = "SELECT name FROM sys.databases WHERE source_database_id = ?";

    /** The mirroring session of a database; parameter: its name. */
    public static final String MIRRORING = """
            SELECT m.mirroring_guid, m.mirroring_state, m.mirroring_state_desc, m.mirroring_role, m.mirroring_role_desc,
                m.mirroring_safety_level, m.mirroring_partner_name, m.mirroring_partner_instance,
                m.mirroring_witness_name
            FROM sys.database_mirroring AS m
            JOIN sys.databases AS d ON d.database_id = m.database_id
            WHERE d.name = ?""";

    /** The full backups of a database that msdb remembers, the latest first; parameter: its name. */
    public static final String FULL_BACKUPS = """
            SELECT s.backup_set_id, s.backup_set_uuid, s.name, s.description, s.database_name, s.server_name,
                s.backup_start_date, s.backup_finish_date, s.first_lsn, s.last_lsn, s.checkpoint_lsn, s.is_copy_only,
                s.has_backup_checksums, s.is_damaged, s.backup_size, s.compressed_backup_size, s.position,
                f.physical_device_name
            FROM msdb.dbo.backupset AS s
            JOIN msdb.dbo.backupmediafamily AS f ON f.media_set_id = s.media_set_id
            WHERE s.database_name = ? AND s.type = 'D'
            ORDER BY s.backup_set_id DESC""";

    /** When a server last backed up the log of a database; parameters: the database, the server. msdb knows those of other servers too, once restored. */
    public static final String LAST_LOG_BACKUP = """
            SELECT MAX(s.backup_finish_date) AS last_finish
            FROM msdb.dbo.backupset AS s
            WHERE s.database_name = ? AND s.type = 'L' AND s.server_name = ?""";

    /** The full restores into a database that msdb remembers, the latest first; parameter: its name. */
    public static final String FULL_RESTORES = """
            SELECT r.restore_history_id, r.restore_date, r.user_name, s.backup_set_uuid, s.server_name, s.database_name,
                s.backup_finish_date, s.family_guid
            FROM msdb.dbo.restorehistory AS r
            JOIN msdb.dbo.backupset AS s ON s.backup_set_id = r.backup_set_id
            WHERE r.destination_database_name = ? AND r.restore_type = 'D'
            ORDER BY r.restore_history_id DESC""";

    /**
     * What a database has had from its creation on, in each of its copies, and what another one of that name has not;
     * parameter: the name. NULL when it is not online.
     */
    public static final String FAMILY = """
            SELECT f.family_guid
            FROM sys.database_recovery_status AS f
            JOIN sys.databases AS d ON d.database_id = f.database_id
            WHERE d.name = ?""";

    /** Whether a database is a log shipping secondary here; parameter: its name. */
    public static final String LOG_SHIPPING_SECONDARY =
            "SELECT secondary_database FROM msdb.dbo.log_shipping_secondary_databases WHERE secondary_database = ?";

    /** A database as log shipping primary; parameter: its name. */
    public static final String LOG_SHIPPING_PRIMARY = """
            SELECT primary_database, last_backup_file, last_backup_date
            FROM msdb.dbo.log_shipping_primary_databases WHERE primary_database = ?""";

    /** The files of all databases of the instance. */
    public static final String ALL_FILES = """
            SELECT d.name AS database_name, f.database_id, f.file_id, f.name AS logical_name, f.type_desc,
                f.physical_name, f.size
            FROM sys.master_files AS f
            JOIN sys.databases AS d ON d.database_id = f.database_id
            ORDER BY f.database_id, f.file_id""";

    /** The volume that holds a file; parameters: database id, file id. From 2008 R2 SP1. */
    public static final String VOLUME =
            "SELECT volume_mount_point, total_bytes, available_bytes FROM sys.dm_os_volume_stats(?, ?)";

    /** Who is in a database; parameter: its name. dm_exec_sessions.database_id exists since 2012. */
    public static final String SESSIONS = """
            SELECT session_id, login_name, host_name, program_name, status, login_time
            FROM sys.dm_exec_sessions
            WHERE database_id = DB_ID(?) AND session_id <> @@SPID AND is_user_process = 1""";

    /** The same before 2012. */
    public static final String SESSIONS_2008 = """
            SELECT spid AS session_id, loginame AS login_name, hostname AS host_name, program_name, status, login_time
            FROM sys.sysprocesses
            WHERE dbid = DB_ID(?) AND spid <> @@SPID AND spid > 50""";

    private Queries() {}

    /**
     * The users of a database whose login is not on this server, and the SQL login of the same name if it is free: one
     * that is another user of this database already, as its owner is, can't be tied to a second (error 15063). The
     * collation is named, for that of the database and that of the server may differ (error 468).
     *
     * @param since2012 as for {@link #needsLogin}
     */
    public static String orphanedUsers(String database, boolean since2012) {
        String schema = SqlName.of(database) + ".sys.";
        return """
                SELECT p.name, p.type_desc, CASE WHEN o.sid IS NULL THEN l.name END AS login_of_that_name
                FROM %1$sdatabase_principals AS p
                LEFT JOIN sys.server_principals AS s ON s.sid = p.sid
                LEFT JOIN sys.server_principals AS l ON l.name = p.name COLLATE DATABASE_DEFAULT AND l.type = 'S'
                LEFT JOIN %1$sdatabase_principals AS o ON o.sid = l.sid
                WHERE s.sid IS NULL AND %2$s
                ORDER BY p.name""".formatted(schema, needsLogin(since2012));
    }

    /**
     * Which users of a database, {@code p}, need a login: neither the built-in ones, nor those that were made without one.
     *
     * @param since2012 whether authentication_type_desc exists; before, users made WITHOUT LOGIN are told by their longer SIDs
     */
    public static String needsLogin(boolean since2012) {
        return "p.type IN ('S', 'U', 'G') AND p.principal_id > 4 AND "
                + (since2012
                        ? "p.authentication_type_desc IN ('INSTANCE', 'WINDOWS')"
                        : "(p.type <> 'S' OR DATALENGTH(p.sid) = 16)");
    }

    /** Rows and used bytes of a database that is online. */
    public static String usedSpace(String database) {
        return "SELECT SUM(used_page_count) * 8192 AS used_bytes FROM " + SqlName.of(database)
                + ".sys.dm_db_partition_stats";
    }

    /**
     * The files and folders in a folder, as the service account of the server sees it; none when it can't look. Columns subdirectory (the name),
     * depth, and file (1 for a file).
     */
    public static String files(String folder) {
        return "EXEC master.dbo.xp_dirtree " + SqlText.of(folder) + ", 1, 1";
    }

    /**
     * Whether a path is a file, is a folder, and has a parent, as the service account of the server sees it; read by
     * position.
     */
    public static String fileExists(String path) {
        return "EXEC master.dbo.xp_fileexist " + SqlText.of(path);
    }
}
