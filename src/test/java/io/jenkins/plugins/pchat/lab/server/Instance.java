package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.storage.Storage;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** What the parts of one SQL Server instance share with each other. */
public interface Instance {

    /** {@code @@SERVERNAME}: {@code SQLB\RTC}. */
    String serverName();

    /** The machine: {@code SQLB}. */
    String hostName();

    /** The server's local time. */
    LocalDateTime now();

    Storage storage();

    Faults faults();

    Journal journal();

    /**
     * A new connection to the engine that holds the tables. The table {@code msdb.dbo.sysjobs} is {@code
     * "msdb.dbo"."sysjobs"} there, {@code sys.databases} is {@code "sys"."databases"}; identifiers are not case
     * sensitive. Procedures create the tables they keep with {@code CREATE TABLE IF NOT EXISTS}.
     */
    Connection catalog() throws SQLException;

    /**
     * Makes a procedure known: {@code msdb.dbo.sp_add_job}. It is found from every database when it lives in master and
     * begins with {@code sp_} or {@code xp_}.
     */
    void register(String name, Procedure procedure);

    /** {@code BACKUP LOG ... TO DISK}, as a statement of the given application would do it. */
    void backupLog(String database, String path, String application) throws ServerError, InterruptedException;

    /**
     * {@code RESTORE LOG ... FROM DISK ... WITH NORECOVERY}, as a statement of the given application would do it; 4326
     * when the file is older than what is there.
     */
    void restoreLog(String database, String path, String application) throws ServerError, InterruptedException;

    /** The state of a database as {@code sys.databases.state_desc} has it; null when there is none of that name. */
    String databaseState(String database);

    /** Its recovery model as {@code recovery_model_desc} has it. */
    String recoveryModel(String database);
}
