package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.server.catalog.Catalog;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.store.TableEngine;
import io.jenkins.plugins.pchat.lab.storage.Storage;
import io.jenkins.plugins.pchat.lab.wire.Backend;
import io.jenkins.plugins.pchat.lab.wire.BackendSession;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A simulated SQL Server instance: databases, logins, sessions, catalog, BACKUP and RESTORE. It has the databases
 * master, tempdb, model and msdb from the start; their files and those of new databases are in {@code D:\Data}. It does
 * not simulate views, user-defined procedures and functions, cursors, indexes that matter, query plans, differential,
 * file and striped backups, encryption of backups, and restoring to a point in time; such a statement is error 40000.
 */
public final class LabInstance extends Machine implements Backend, AutoCloseable {

    private final TableEngine engine;
    private final Procedures procedures;
    private final Logins logins;
    private final SessionTable sessions;
    private final Databases databases;
    private final int handle;
    private volatile Runnable whenKilled = () -> {};

    /**
     * @param serverName {@code SQLB\RTC}
     * @param hostName {@code SQLB}: whose drives it sees
     * @param productVersion {@code 12.0.6024.0}
     */
    public LabInstance(
            String serverName,
            String hostName,
            String productVersion,
            Storage storage,
            Faults faults,
            Journal journal) {
        super(serverName, hostName, productVersion, storage, faults, journal);
        try {
            this.engine = new TableEngine();
            this.handle = Contexts.register(this);
            this.procedures = new Procedures();
            this.logins = new Logins();
            this.sessions = new SessionTable();
            this.databases = new Databases(this);
            Catalog.createServerViews(this);
            databases.createSystemDatabases();
            SystemProcedures.register(this);
        } catch (SQLException | ServerError e) {
            throw new IllegalStateException("The lab's tables can't be made: " + e.getMessage(), e);
        }
    }

    @Override
    public Connection catalog() throws SQLException {
        return engine.open();
    }

    @Override
    public void register(String name, Procedure procedure) {
        procedures.add(name, procedure);
    }

    /** Adds a SQL login. */
    public void addLogin(String name, String password, boolean sysadmin) {
        logins.add(name, 'S', password, sysadmin, now());
    }

    /** Adds a Windows login, {@code DCI\svc-pchat}; the password is what an NTLM proof is checked against. */
    public void addWindowsLogin(String account, String password, boolean sysadmin) {
        logins.add(account, 'U', password, sysadmin, now());
    }

    /** Creates an empty database that is online, with recovery model FULL and both files in {@code D:\Data}. */
    public Database createDatabase(String name) {
        return createDatabase(name, "D:\\Data");
    }

    /** Creates an empty database whose files are in the given folder of the instance's host. */
    public Database createDatabase(String name, String folder) {
        try {
            return databases.create(name, folder, Logins.SA_SID);
        } catch (ServerError e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Runs a batch as sa, outside of the journal's WRITE and READ; for setting the scene. */
    public void run(String database, String batch) {
        SceneSetter.run(this, database, batch);
    }

    /**
     * Mirrors a database to another instance, whose copy is then RESTORING; when the session is removed the copy stays
     * so.
     *
     * @param witness the witness's address, null for none
     */
    public void mirrorWith(String database, LabInstance mirror, String witness) {
        MirrorPairs.establish(this, database, mirror, witness);
    }

    /**
     * What is called, once, when the fault {@code server-killed} strikes: it must drop all connections and accept new
     * ones shortly after.
     */
    public void whenKilled(Runnable callback) {
        whenKilled = callback;
    }

    @Override
    public BackendSession login(Login login, Link link) throws ServerError {
        return sessions.login(this, login, link);
    }

    @Override
    public String windowsPassword(String domain, String user) {
        return logins.password(domain + "\\" + user);
    }

    @Override
    public void backupLog(String database, String path, String application) throws ServerError, InterruptedException {
        AgentStatements.backupLog(this, database, path, application);
    }

    @Override
    public void restoreLog(String database, String path, String application) throws ServerError, InterruptedException {
        AgentStatements.restoreLog(this, database, path, application);
    }

    @Override
    public String databaseState(String database) {
        Database found = databases.find(database);
        return found == null ? null : found.state().name();
    }

    @Override
    public String recoveryModel(String database) {
        Database found = databases.find(database);
        return found == null ? null : found.recovery().name();
    }

    /** Whether a database has a procedure, or a table that is no user table, of a name. */
    public boolean hasSystemObject(String database, String name) {
        return procedures.find(database, name) != null || engine.hasTable(database, name);
    }

    public Databases databases() {
        return databases;
    }

    public Logins logins() {
        return logins;
    }

    public SessionTable sessions() {
        return sessions;
    }

    public Procedures procedures() {
        return procedures;
    }

    /** Where the tables are. */
    public TableEngine engine() {
        return engine;
    }

    /** The number by which functions called from a query find this instance. */
    public int handle() {
        return handle;
    }

    /** The service is started again: every session ends, and what is counted from the start begins anew. */
    public void restart() {
        sessions.closeAll();
        restarted();
        engine.writes().forgetAll();
    }

    /** The fault struck: the service is started again, then the owner of the listener is told. */
    void killed() {
        restart();
        new Thread(whenKilled, "lab-killed-" + serverName()).start();
    }

    /** Ends all sessions and forgets all tables. */
    @Override
    public void close() {
        sessions.closeAll();
        Contexts.forget(handle);
        engine.close();
    }
}
