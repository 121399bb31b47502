package io.jenkins.plugins.pchat.engine.database;

/**
 * What is read about log shipping and SQL Server Agent, mostly in {@code msdb}. All of it runs on SQL Server 2008 R2 to
 * 2016.
 */
final class LogShippingQueries {

    /**
     * {@code @@SERVERNAME} as it is, NULL too (error 32053 later), and whether the Agent's procedures are switched on
     * (15281 if not).
     */
    static final String AGENT_OPTIONS = """
        SELECT @@SERVERNAME AS server_name,
            (SELECT CAST(value_in_use AS int) FROM sys.configurations WHERE name = 'Agent XPs') AS agent_xps\
        """;

    /** The service SQL Server Agent of this instance. The view exists since 2008 R2 SP1. */
    static final String AGENT_SERVICE = """
        SELECT servicename, status, status_desc, service_account
        FROM sys.dm_server_services WHERE servicename LIKE 'SQL Server Agent%'\
        """;

    /** The sessions that the Agent keeps with its instance; for servers without that view. */
    static final String AGENT_SESSIONS =
            "SELECT COUNT(*) AS sessions FROM sys.sysprocesses WHERE program_name LIKE 'SQLAgent%'";

    /** A database as primary, with monitor and job; parameter: its name. Outer joins, for a part may be missing. */
    static final String PRIMARY = """
        SELECT p.primary_id, p.backup_directory, p.backup_share, p.backup_retention_period, p.backup_compression,
            p.monitor_server, p.last_backup_file, p.last_backup_date, m.backup_threshold, m.threshold_alert_enabled,
            m.history_retention_period, j.job_id, j.name AS job_name, j.enabled AS job_enabled
        FROM msdb.dbo.log_shipping_primary_databases AS p
        LEFT JOIN msdb.dbo.log_shipping_monitor_primary AS m ON m.primary_id = p.primary_id
        LEFT JOIN msdb.dbo.sysjobs AS j ON j.job_id = p.backup_job_id
        WHERE p.primary_database = ?\
        """;

    /** The secondaries that a primary database is shipped to; parameter: its name. */
    static final String SECONDARIES = """
        SELECT s.secondary_server, s.secondary_database
        FROM msdb.dbo.log_shipping_primary_secondaries AS s
        JOIN msdb.dbo.log_shipping_primary_databases AS p ON p.primary_id = s.primary_id
        WHERE p.primary_database = ?
        ORDER BY s.secondary_server, s.secondary_database\
        """;

    /** A database as secondary, of whichever primary, with monitor and jobs; parameters: its name, twice. */
    static final String SECONDARY = """
        SELECT s.secondary_id, s.primary_server, s.primary_database, s.backup_source_directory,
            s.backup_destination_directory, s.file_retention_period, s.monitor_server, s.last_copied_file,
            s.last_copied_date, d.secondary_database, d.restore_delay, d.restore_all, d.restore_mode,
            d.disconnect_users, d.last_restored_file, d.last_restored_date, m.restore_threshold, m.threshold_alert_enabled,
            m.history_retention_period, c.job_id AS copy_id, c.name AS copy_name, c.enabled AS copy_enabled,
            r.job_id AS restore_id, r.name AS restore_name, r.enabled AS restore_enabled
        FROM msdb.dbo.log_shipping_secondary AS s
        LEFT JOIN msdb.dbo.log_shipping_secondary_databases AS d ON d.secondary_id = s.secondary_id
        LEFT JOIN msdb.dbo.log_shipping_monitor_secondary AS m
            ON m.secondary_id = d.secondary_id AND m.secondary_database = d.secondary_database
        LEFT JOIN msdb.dbo.sysjobs AS c ON c.job_id = s.copy_job_id
        LEFT JOIN msdb.dbo.sysjobs AS r ON r.job_id = s.restore_job_id
        WHERE s.primary_database = ? OR d.secondary_database = ?
        ORDER BY s.primary_server\
        """;

    /** The schedules of a job; parameter: its id. */
    static final String SCHEDULES = """
        SELECT s.schedule_id, s.name, s.enabled, s.freq_type, s.freq_interval, s.freq_subday_type,
            s.freq_subday_interval, s.active_start_time, s.active_end_time
        FROM msdb.dbo.sysjobschedules AS a
        JOIN msdb.dbo.sysschedules AS s ON s.schedule_id = a.schedule_id
        WHERE a.job_id = CAST(? AS uniqueidentifier)
        ORDER BY s.schedule_id\
        """;

    /** A job by name, and its category; parameter: the name. */
    static final String JOB_BY_NAME = """
        SELECT j.job_id, j.name, c.name AS category
        FROM msdb.dbo.sysjobs AS j
        LEFT JOIN msdb.dbo.syscategories AS c ON c.category_id = j.category_id
        WHERE j.name = ?\
        """;

    /** The alert job of this server's own monitor. */
    static final String ALERT_JOB = """
        SELECT j.job_id, j.name, j.enabled
        FROM msdb.dbo.log_shipping_monitor_alert AS a
        JOIN msdb.dbo.sysjobs AS j ON j.job_id = a.alert_job_id\
        """;

    /** The log backups of a database that continue its chain; parameters: its name, the time after which. */
    static final String LOG_BACKUPS = """
        SELECT s.backup_finish_date, s.user_name, f.physical_device_name
        FROM msdb.dbo.backupset AS s
        JOIN msdb.dbo.backupmediafamily AS f ON f.media_set_id = s.media_set_id
        WHERE s.database_name = ? AND s.type = 'L' AND s.is_copy_only = 0 AND s.backup_finish_date > ?
        ORDER BY s.backup_set_id DESC\
        """;

    /** The newest run of a job that msdb remembers; parameter: the job's id. */
    static final String LAST_RUN = """
        SELECT MAX(instance_id) AS instance_id, SYSDATETIME() AS server_time
        FROM msdb.dbo.sysjobhistory WHERE job_id = CAST(? AS uniqueidentifier)\
        """;

    /** How the newest run of a job ended that msdb remembers; parameter: the job's id. The row with step 0 is the whole run's. */
    static final String LAST_OUTCOME = """
        SELECT TOP (1) run_status, message
        FROM msdb.dbo.sysjobhistory WHERE job_id = CAST(? AS uniqueidentifier) AND step_id = 0
        ORDER BY instance_id DESC\
        """;

    /** The rows that runs of a job left after another row, steps and outcomes; parameters: the job's id, that row's. */
    static final String RUNS_SINCE = """
        SELECT instance_id, step_id, step_name, run_status, sql_message_id, message
        FROM msdb.dbo.sysjobhistory WHERE job_id = CAST(? AS uniqueidentifier) AND instance_id > ?
        ORDER BY instance_id\
        """;

    /**
     * The errors that sqllogship wrote down; parameters: agent id, agent type (0 backup, 1 copy, 2 restore), since
     * when.
     */
    static final String ERRORS = """
        SELECT log_time, sequence_number, message, source
        FROM msdb.dbo.log_shipping_monitor_error_detail
        WHERE agent_id = CAST(? AS uniqueidentifier) AND agent_type = ? AND log_time >= ?
        ORDER BY log_time, sequence_number\
        """;

    private LogShippingQueries() {}
}
