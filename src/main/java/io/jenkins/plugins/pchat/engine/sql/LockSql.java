package io.jenkins.plugins.pchat.engine.sql;

/** The statements of the lock that lets one failback at a time work on an instance. They run on SQL Server 2008 R2 to 2016. */
public final class LockSql {

    /** The lock's name; short enough to be whole in the description of {@code sys.dm_tran_locks}, which has 32 characters of it. */
    private static final String RESOURCE = "pchat-failback";

    /**
     * Takes the lock for this session, and does not wait for it. The answer is what {@code sp_getapplock} returns: 0 granted, -1 somebody else has it, -999 wrongly
     * called. A session that has it gets it again; it is given back when the session ends.
     */
    public static final String TAKE = """
            DECLARE @result int;
            EXEC @result = sp_getapplock @Resource = %s, @LockMode = N'Exclusive', @LockOwner = N'Session',
                @LockTimeout = 0;
            SELECT @result AS result""".formatted(SqlText.of(RESOURCE));

    /** Who has the lock, other than this session; needs VIEW SERVER STATE. */
    public static final String HOLDERS = """
            SELECT s.session_id, s.program_name, s.host_name, s.login_name, s.login_time
            FROM sys.dm_tran_locks AS l
            JOIN sys.dm_exec_sessions AS s ON s.session_id = l.request_session_id
            WHERE l.resource_type = N'APPLICATION' AND l.resource_database_id = DB_ID(N'master')
                AND l.request_status = N'GRANT' AND l.request_session_id <> @@SPID
                AND CHARINDEX(N'[%s]', l.resource_description) > 0""".formatted(RESOURCE);

    private LockSql() {}
}
