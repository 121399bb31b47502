package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.server.Instance;
import io.jenkins.plugins.pchat.lab.server.Procedure;
import io.jenkins.plugins.pchat.lab.server.store.TableEngine;
import io.jenkins.plugins.pchat.lab.storage.Storage;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An instance with one database mgc and a clock that is set by hand: enough for SQL Server Agent and log shipping,
 * without T-SQL.
 */
final class SmallInstance implements Instance, AutoCloseable {

    private final String name;
    private final Storage storage;
    private final Faults faults;
    private final Journal journal;
    private final TableEngine engine;
    private final Map<String, Procedure> procedures = new HashMap<>();
    volatile LocalDateTime now = LocalDateTime.of(2026, 1, 2, 3, 4, 5);
    volatile String state = "ONLINE";
    volatile String recoveryModel = "FULL";
    /** Where the log ends, and where the last log backup of it ended. */
    volatile int logEnd;

    private int backedUpTo;

    SmallInstance(String name, Storage storage, Faults faults, Journal journal) throws SQLException {
        this.name = name;
        this.storage = storage;
        this.faults = faults;
        this.journal = journal;
        this.engine = new TableEngine();
    }

    /** What a call returned. */
    record Result(int returned, int error, String text, Map<String, Object> outputs, int rows) {}

    /** Calls a procedure from master as sysadmin; arguments are name, value, name, value. */
    Result call(String procedure, Object... arguments) {
        return callAs("master", true, procedure, arguments);
    }

    /** Calls a procedure of msdb. */
    Result msdb(String procedure, Object... arguments) {
        return callAs("msdb", true, "msdb.dbo." + procedure, arguments);
    }

    Result callAs(String database, boolean sysadmin, String procedure, Object... arguments) {
        SmallCall call = new SmallCall(this, database, sysadmin);
        for (int i = 0; i < arguments.length; i += 2) {
            call.given.put((String) arguments[i], arguments[i + 1]);
        }
        Procedure found = procedures.get(
                (procedure.contains(".") ? procedure : "master.dbo." + procedure).toLowerCase(Locale.ROOT));
        if (found == null) {
            throw new AssertionError("no procedure " + procedure);
        }
        try {
            int returned = found.run(call);
            return new Result(returned, call.error, call.text, call.outputs, call.rows);
        } catch (ServerError e) {
            return new Result(-1, e.number(), e.getMessage(), call.outputs, call.rows);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String serverName() {
        return name;
    }

    @Override
    public String hostName() {
        return name.replaceFirst("\\\\.*", "");
    }

    @Override
    public LocalDateTime now() {
        return now;
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public Connection catalog() throws SQLException {
        return engine.open();
    }

    @Override
    public void register(String procedure, Procedure body) {
        procedures.put(procedure.toLowerCase(Locale.ROOT), body);
    }

    /** Writes where the backup begins and ends in the log. */
    @Override
    public void backupLog(String database, String path, String application) throws ServerError {
        try {
            Files.writeString(storage.resolve(hostName(), path), backedUpTo + " " + logEnd);
            backedUpTo = logEnd;
        } catch (IOException e) {
            throw new ServerError(3201, 16, "Cannot open backup device '" + path + "'. " + e.getMessage());
        }
    }

    @Override
    public void restoreLog(String database, String path, String application) throws ServerError {
        String[] range;
        try {
            range = Files.readString(storage.resolve(hostName(), path)).split(" ");
        } catch (IOException e) {
            throw new ServerError(3201, 16, "Cannot open backup device '" + path + "'. " + e.getMessage());
        }
        if (Integer.parseInt(range[0]) > logEnd) {
            throw new ServerError(
                    4305, 16, "The log in this backup set begins at LSN " + range[0] + ", which is too recent.");
        }
        if (Integer.parseInt(range[1]) < logEnd) {
            throw new ServerError(
                    4326, 16, "The log in this backup set terminates at LSN " + range[1] + ", which is too early.");
        }
        logEnd = Integer.parseInt(range[1]);
    }

    @Override
    public String databaseState(String database) {
        return "mgc".equals(database) ? state : null;
    }

    @Override
    public String recoveryModel(String database) {
        return "mgc".equals(database) ? recoveryModel : null;
    }

    @Override
    public void close() {
        engine.close();
    }
}
