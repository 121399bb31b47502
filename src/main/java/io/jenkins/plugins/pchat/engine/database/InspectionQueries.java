package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlName;

/** What is read before the failback and by none of its operations. All of it runs on SQL Server 2008 R2 to 2016. */
final class InspectionQueries {

    /** What the login may see, where the instance runs, and its clock in UTC. */
    static final String RIGHTS = """
        SELECT HAS_PERMS_BY_NAME(NULL, NULL, 'VIEW SERVER STATE') AS view_state, SYSUTCDATETIME() AS utc_time,
            CAST(SERVERPROPERTY('MachineName') AS nvarchar(128)) AS machine_name,
            CAST(SERVERPROPERTY('InstanceName') AS nvarchar(128)) AS instance_name\
        """;

    /** How this session is connected. */
    static final String CONNECTION = """
        SELECT encrypt_option, auth_scheme, net_transport FROM sys.dm_exec_connections WHERE session_id = @@SPID\
        """;

    /** The service SQL Server of this instance; the view exists since 2008 R2 SP1. */
    static final String ENGINE_SERVICE = """
        SELECT servicename, service_account FROM sys.dm_server_services WHERE servicename LIKE 'SQL Server (%'\
        """;

    /** Whether backups are compressed unless a statement says otherwise. */
    static final String COMPRESSION = """
        SELECT CAST(value_in_use AS int) AS is_on FROM sys.configurations WHERE name = 'backup compression default'\
        """;

    /** Everybody who can log in. */
    static final String LOGINS = "SELECT name, type, sid FROM sys.server_principals WHERE type IN ('S', 'U', 'G')";

    /** The certificates that backups and databases can be decrypted with. */
    static final String CERTIFICATES = "SELECT name, thumbprint FROM master.sys.certificates";

    /** What a database is encrypted with (TDE); parameter: its name. */
    static final String ENCRYPTION = """
        SELECT k.encryptor_thumbprint
        FROM sys.dm_database_encryption_keys AS k
        JOIN sys.databases AS d ON d.database_id = k.database_id
        WHERE d.name = ?\
        """;

    /** The pages of a database that could not be read: event types 1 to 3, of which later ones say that they were mended; parameter: its name. */
    static final String SUSPECT_PAGES = """
        SELECT COUNT(*) AS pages
        FROM msdb.dbo.suspect_pages AS p
        JOIN sys.databases AS d ON d.database_id = p.database_id
        WHERE d.name = ? AND p.event_type IN (1, 2, 3)\
        """;

    /** The jobs of log shipping that run right now. A run of the Agent's service has a session of its own there. */
    static final String RUNNING_JOBS = """
        SELECT j.name
        FROM msdb.dbo.sysjobactivity AS a
        JOIN msdb.dbo.sysjobs AS j ON j.job_id = a.job_id
        JOIN msdb.dbo.syscategories AS c ON c.category_id = j.category_id
        WHERE a.session_id = (SELECT MAX(session_id) FROM msdb.dbo.syssessions)
            AND a.start_execution_date IS NOT NULL AND a.stop_execution_date IS NULL AND c.name = 'Log Shipping'
        ORDER BY j.name\
        """;

    private InspectionQueries() {}

    /**
     * The users of a database that need a login.
     *
     * @param since2012 as for {@link Queries#needsLogin}
     */
    static String users(String database, boolean since2012) {
        return """
            SELECT p.name, p.type, p.sid
            FROM %s.sys.database_principals AS p
            WHERE p.sid IS NOT NULL AND %s
            ORDER BY p.name\
            """.formatted(SqlName.of(database), Queries.needsLogin(since2012));
    }
}
