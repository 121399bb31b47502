package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.sql.JdbcServers;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.agent.SqlServerAgent;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.storage.DiskStorage;
import io.jenkins.plugins.pchat.lab.wire.LabCertificate;
import io.jenkins.plugins.pchat.lab.wire.TdsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Two instances that are served over the wire, with their Agents, and operations on them through the real driver. */
final class LogShippingServers implements AutoCloseable {

    private static final String SHARE = "\\\\nas\\pchat";
    private static final int RESTART_SECONDS = 20;
    private static final String PASSWORD = "a password of the test";

    final Journal journal = new Journal();
    final Faults faults = new Faults(journal);
    private final List<String> log = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final DiskStorage storage;
    final LabInstance primary;
    final LabInstance backup;
    private Fault fault;
    private String when = "";
    private final Semaphore restarts = new Semaphore(0);
    private final SqlTarget primaryTarget;
    private final SqlTarget backupTarget;

    LogShippingServers(Path root) throws Exception {
        storage = new DiskStorage(root, faults).share(SHARE);
        LabCertificate certificate = LabCertificate.create("lab");
        primary = instance("SQLA");
        backup = instance("SQLB");
        primaryTarget = serve(primary, certificate);
        backupTarget = serve(backup, certificate);
        backup.run("mgc", "INSERT INTO messages VALUES (1), (2), (3)");
    }

    private LabInstance instance(String host) {
        storage.drive(host, 'C').drive(host, 'D');
        LabInstance instance = new LabInstance(host + "\\RTC", host, "12.0.6024.0", storage, faults, journal);
        instance.addLogin("pchat", PASSWORD, true);
        instance.createDatabase("mgc", host.equals("SQLA") ? "D:\\CsData" : "D:\\Data");
        instance.run("mgc", "CREATE TABLE messages (number int NOT NULL)");
        SqlServerAgent agent = SqlServerAgent.install(instance);
        agent.start();
        open.add(0, instance);
        open.add(0, agent);
        return instance;
    }

    private SqlTarget serve(LabInstance instance, LabCertificate certificate) throws Exception {
        TdsServer server = new TdsServer(instance, certificate, 0);
        server.start();
        instance.whenKilled(() -> restart(server));
        open.add(0, server);
        return new SqlTarget("localhost," + server.port(), SqlTarget.Encrypt.TRUE, true, null);
    }

    private void restart(TdsServer server) {
        try {
            server.stopAbruptly();
            server.start();
            restarts.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    /** Log shipping looks at its jobs every two seconds, which is long for jobs of the lab. */
    private static Operation<?> operation(SqlRequest request, List<SqlSession> sessions, OperationId id) {
        return request instanceof ConfigureLogShipping.Request shipping
                ? new ConfigureLogShipping(
                        shipping, sessions.get(0), sessions.get(1), id, seconds -> Thread.sleep(seconds * 10L))
                : request.on(sessions, id);
    }

    Outcome run(SqlRequest request, String step) throws Exception {
        OperationId id = new OperationId(step);
        List<SqlSession> sessions = new ArrayList<>();
        try {
            for (SqlTarget target : request.targets()) {
                sessions.add(new JdbcServers().open(target, new SqlLogin("pchat", PASSWORD), id));
            }
            return new OperationRunner(this::line).run(operation(request, sessions, id), false);
        } finally {
            sessions.forEach(SqlSession::close);
        }
    }

    /** Waits until the server that was killed takes connections again. */
    void awaitRestart() throws InterruptedException {
        assertTrue(restarts.tryAcquire(RESTART_SECONDS, TimeUnit.SECONDS), "the server has not come back");
    }

    /** Lets a fault strike when an action of the next operation begins: {@code 4/20}. */
    void strike(Fault struck, String action) {
        fault = struck;
        when = action;
    }

    /** Writes the log, and lets a fault strike when an action begins. */
    private void line(String line) {
        log.add(line);
        if (fault != null && line.startsWith(when)) {
            faults.arm(fault);
            fault = null;
        }
    }

    void handOver() throws Exception {
        Outcome taken = run(BackupDatabase.Request.of(backupTarget, SHARE), "backup-1");
        run(RestoreDatabase.Request.of(primaryTarget, taken.path()), "restore-1");
    }

    /** As the runbook has it for the night on which Jenkins is gone. */
    void handOverByHand() throws Exception {
        String path = SHARE + "\\mgc_failback_byhand.bak";
        backup.run(
                "master",
                "BACKUP DATABASE [mgc] TO DISK = N'" + path + "' WITH COPY_ONLY, FORMAT, INIT, SKIP, CHECKSUM,"
                        + " NAME = N'mgc failback hand-over', DESCRIPTION = N'pchat-failback by hand'");
        run(RestoreDatabase.Request.of(primaryTarget, path), "restore-2");
    }

    String text() {
        return String.join("\n", log);
    }

    ConfigureLogShipping.Request shipping() {
        return new ConfigureLogShipping.Request(
                primaryTarget, backupTarget, null, SHARE, "D:\\LogShipping", null, null, null);
    }
}
