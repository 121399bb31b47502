package io.jenkins.plugins.pchat.lab.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.database.BackupDatabase;
import io.jenkins.plugins.pchat.engine.database.ConfigureLogShipping;
import io.jenkins.plugins.pchat.engine.database.RestoreDatabase;
import io.jenkins.plugins.pchat.engine.sql.JdbcServers;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.storage.DiskStorage;
import io.jenkins.plugins.pchat.lab.wire.LabCertificate;
import io.jenkins.plugins.pchat.lab.wire.TdsServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real operations through the real driver against the lab: backup, restore, log shipping, and log shipping again. */
class LogShippingRoundTripTest {

    private static final String SHARE = "\\\\nas\\pchat";
    private static final String PASSWORD = "a password of the test";

    @TempDir
    Path root;

    private final Journal journal = new Journal();
    private final Faults faults = new Faults(journal);
    private final List<String> log = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private DiskStorage storage;
    private LabInstance primary;
    private LabInstance backup;
    private SqlTarget primaryTarget;
    private SqlTarget backupTarget;

    @BeforeEach
    void start() throws Exception {
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
        open.add(0, server);
        return new SqlTarget("localhost," + server.port(), SqlTarget.Encrypt.TRUE, true, null);
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private Outcome run(SqlRequest request, String step) throws Exception {
        OperationId id = new OperationId(step);
        List<SqlSession> sessions = new ArrayList<>();
        try {
            for (SqlTarget target : request.targets()) {
                sessions.add(new JdbcServers().open(target, new SqlLogin("pchat", PASSWORD), id));
            }
            return new OperationRunner(log::add).run(request.on(sessions, id), false);
        } finally {
            sessions.forEach(SqlSession::close);
        }
    }

    private void handOver() throws Exception {
        Outcome taken = run(BackupDatabase.Request.of(backupTarget, SHARE), "backup-1");
        run(RestoreDatabase.Request.of(primaryTarget, taken.path()), "restore-1");
    }

    private ConfigureLogShipping.Request shipping() {
        return new ConfigureLogShipping.Request(
                primaryTarget, backupTarget, null, SHARE, "D:\\LogShipping", null, null);
    }

    @Test
    void shipsTheLogAndHasNothingToDoTheSecondTime() throws Exception {
        handOver();
        Outcome first = run(shipping(), "shipping-1");
        assertTrue(first.changed());
        assertEquals("RESTORING", backup.databaseState("mgc"));
        assertEquals("ONLINE", primary.databaseState("mgc"));
        String restored = (String) first.details().get("lastRestoredFile");
        assertTrue(restored.startsWith("D:\\LogShipping\\mgc_"), restored);
        assertEquals(TrnFiles.fileName((String) first.details().get("lastBackedUpFile")), TrnFiles.fileName(restored));

        int writes =
                journal.entries(entry -> entry.kind() == Journal.Kind.WRITE).size();
        Outcome second = run(shipping(), "shipping-2");
        assertFalse(second.changed());
        assertEquals(restored, second.details().get("lastRestoredFile"));
        assertEquals(
                writes,
                journal.entries(entry -> entry.kind() == Journal.Kind.WRITE).size());
    }

    @Test
    void goesOnAfterTheAgentWasGivenItsRights() throws Exception {
        handOver();
        faults.arm(Fault.AGENT_SHARE_DENIED);
        Failure failure = assertThrows(Failure.class, () -> run(shipping(), "shipping-1"));
        assertTrue(failure.getMessage().contains("LSCopy_SQLA\\RTC_mgc has failed"), failure.getMessage());
        assertTrue(failure.getMessage().contains("Access to the path"), failure.getMessage());

        faults.disarm();
        assertTrue(run(shipping(), "shipping-2").changed());
        assertEquals(
                1,
                journal.entries(entry -> entry.kind() == Journal.Kind.WRITE
                                && entry.text().contains("NORECOVERY, CHECKSUM"))
                        .size(),
                "the secondary is initialised once");
    }

    @Test
    void refusesWhileTheAgentIsStopped() throws Exception {
        handOver();
        faults.arm(Fault.AGENT_STOPPED);
        Failure failure = assertThrows(Failure.class, () -> run(shipping(), "shipping-1"));
        assertTrue(failure.getMessage().contains("guard agent-runs"), failure.getMessage());
        assertEquals("ONLINE", backup.databaseState("mgc"));
    }

    @Test
    void refusesWhenSomethingWasWrittenAfterTheHandOver() throws Exception {
        handOver();
        backup.run("mgc", "INSERT INTO messages VALUES (4)");
        Failure failure = assertThrows(Failure.class, () -> run(shipping(), "shipping-1"));
        assertTrue(failure.getMessage().contains("guard secondary-not-newer"), failure.getMessage());
        assertEquals("ONLINE", backup.databaseState("mgc"));
    }
}
