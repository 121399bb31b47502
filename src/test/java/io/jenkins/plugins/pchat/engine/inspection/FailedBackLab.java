package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Trace;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.database.BackupDatabase;
import io.jenkins.plugins.pchat.engine.database.ConfigureLogShipping;
import io.jenkins.plugins.pchat.engine.database.RemoveMirroring;
import io.jenkins.plugins.pchat.engine.database.RestoreDatabase;
import io.jenkins.plugins.pchat.engine.pool.ClearActiveServers;
import io.jenkins.plugins.pchat.engine.pool.PoolReader;
import io.jenkins.plugins.pchat.engine.pool.PoolState;
import io.jenkins.plugins.pchat.engine.pool.SetActiveServers;
import io.jenkins.plugins.pchat.engine.pool.SetPoolState;
import io.jenkins.plugins.pchat.engine.shell.LocalProcess;
import io.jenkins.plugins.pchat.engine.shell.PowerShell;
import io.jenkins.plugins.pchat.engine.shell.Shell;
import io.jenkins.plugins.pchat.engine.shell.ShellRequest;
import io.jenkins.plugins.pchat.engine.sql.JdbcServers;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import io.jenkins.plugins.pchat.lab.LabSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Both data centres, and the operations on them without Jenkins. */
final class FailedBackLab implements AutoCloseable {

    final DataCentres lab = DataCentres.start(LabSettings.of(50));
    final SqlTarget primary = target(lab.servers().primaryAddress());
    final SqlTarget backup = target(lab.servers().backupAddress());
    final List<String> log = new ArrayList<>();
    private final Shell shell =
            new PowerShell(new LocalProcess(lab.shellProgram(), lab.folder()), null, Console.SILENT);
    private int steps;
    private Trace trace;

    FailedBackLab() throws IOException {}

    private static SqlTarget target(String address) {
        return new SqlTarget(address, SqlTarget.Encrypt.TRUE, true, null);
    }

    /** The seven steps. */
    void failBack() throws Exception {
        run(new ClearActiveServers.Request(lab.topology().pool(), null, 1));
        run(new RemoveMirroring.Request(backup, null));
        String path =
                run(BackupDatabase.Request.of(backup, DatabaseServers.SHARE)).path();
        run(RestoreDatabase.Request.of(primary, path));
        run(shipping());
        run(new SetActiveServers.Request(lab.topology().pool(), servers(), null, 0));
        run(new SetPoolState.Request(lab.topology().pool(), null, "Normal", 1));
    }

    List<String> servers() {
        return lab.topology().primaryComputers();
    }

    ConfigureLogShipping.Request shipping() {
        return new ConfigureLogShipping.Request(
                primary, backup, null, DatabaseServers.SHARE, DatabaseServers.COPY_DIRECTORY, null, null, null);
    }

    Verify.Request request(boolean cycle) {
        return new Verify.Request(lab.topology().pool(), servers(), shipping(), cycle);
    }

    Reading<PoolState> pool() throws InterruptedException {
        return Reading.of(() -> new PoolReader(shell, lab.topology().pool()).read());
    }

    Outcome verify() throws Exception {
        return run(request(true).with(pool()), false);
    }

    Outcome run(ShellRequest request) throws Exception {
        return new OperationRunner(log::add).run(request.on(shell), false);
    }

    Outcome run(SqlRequest request) throws Exception {
        return run(request, false);
    }

    Outcome run(SqlRequest request, boolean dryRun) throws Exception {
        OperationId id = new OperationId("verify-" + ++steps);
        List<SqlSession> sessions = new ArrayList<>();
        try {
            for (SqlTarget each : request.targets()) {
                sessions.add(session(each, id));
            }
            return new OperationRunner(log::add, seen -> trace = seen)
                    .run(QuickInspections.of(request, sessions, id), dryRun);
        } finally {
            sessions.forEach(SqlSession::close);
        }
    }

    SqlSession session(SqlTarget target, OperationId id) throws Exception {
        return new JdbcServers().open(target, new SqlLogin(DatabaseServers.LOGIN, lab.password()), id);
    }

    /** What the last operation has shown of itself. */
    Trace trace() {
        return trace;
    }

    String text() {
        return String.join("\n", log);
    }

    @Override
    public void close() throws IOException {
        lab.close();
    }
}
