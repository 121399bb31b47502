package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.sql.JdbcServers;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import io.jenkins.plugins.pchat.lab.LabSettings;
import io.jenkins.plugins.pchat.lab.chat.MessageCount;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Holds.Hold;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Chat servers that were taken off the list and go on writing: what they acknowledge is on the primary in the end. */
@Timeout(120)
class LateWriterTest {

    private final List<String> log = new CopyOnWriteArrayList<>();
    private DataCentres lab;
    private SqlTarget backup;
    private SqlTarget primary;

    @BeforeEach
    void start() throws Exception {
        lab = DataCentres.start(LabSettings.of(200));
        backup = new SqlTarget(lab.servers().backupAddress(), SqlTarget.Encrypt.TRUE, true, null);
        primary = new SqlTarget(lab.servers().primaryAddress(), SqlTarget.Encrypt.TRUE, true, null);
        assertTrue(lab.chat().ledger().awaitCount(210, Duration.ofSeconds(60)));
        run(new RemoveMirroring.Request(backup, null), "m-1");
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    private Outcome run(SqlRequest request, String id) throws Exception {
        OperationId operation = new OperationId(id);
        try (SqlSession session = new JdbcServers()
                .open(request.targets().get(0), new SqlLogin(DatabaseServers.LOGIN, lab.password()), operation)) {
            return new OperationRunner(log::add).run(request.on(List.of(session), operation), false);
        }
    }

    private BackupDatabase.Request backUp(SessionLimit limit, boolean trial) {
        return new BackupDatabase.Request(
                backup, null, DatabaseServers.SHARE, true, null, 5, null, null, null, limit, trial);
    }

    private void offTheListAndStillWriting() throws Exception {
        offTheList(Fault.LATE_WRITER);
        writeSome();
    }

    private void offTheList(Fault fault) throws InterruptedException {
        lab.faults().arm(fault);
        lab.topology().setActive(List.of());
        for (String computer : lab.topology().computers()) {
            while (lab.topology().serves(computer)) {
                Thread.sleep(20);
            }
        }
    }

    private void writeSome() throws InterruptedException {
        assertTrue(lab.chat().ledger().awaitCount(lab.chat().ledger().count() + 5, Duration.ofSeconds(60)));
    }

    /** How many acknowledged messages the primary does not have once the servers have stopped. */
    private int lostBy(String path) throws Exception {
        lab.faults().disarm();
        lab.sendUsersAway();
        run(new RestoreDatabase.Request(primary, null, path, DatabaseServers.BACKUP, 5), "r-1");
        return MessageCount.on(lab.servers().primary(), lab.chat().ledger()).lost();
    }

    /** The measure measures: a backup without the fence is what would have been restored. */
    @Test
    void withoutTheFenceTheirMessagesAreLost() throws Exception {
        offTheListAndStillWriting();
        String path = DatabaseServers.SHARE + "\\unfenced.bak";
        lab.servers()
                .backup()
                .run("master", "BACKUP DATABASE mgc TO DISK = N'" + path + "' WITH COPY_ONLY, FORMAT, INIT, CHECKSUM");
        writeSome();

        assertTrue(lostBy(path) > 0);
    }

    @Test
    void theyAreNamedAndNoBackupIsTakenWhileTheyWrite() throws Exception {
        offTheListAndStillWriting();

        Failure failure = assertThrows(Failure.class, () -> run(backUp(new SessionLimit(0, false), false), "b-1"));

        assertEquals(Failure.Code.TIMEOUT, failure.code());
        assertTrue(failure.what().contains("lyncchat from CHATB1 (Persistent Chat Server"), failure.getMessage());
        assertTrue(lab.journal()
                .entries(e -> e.text().startsWith("BACKUP DATABASE [mgc]"))
                .isEmpty());
    }

    @Test
    void theyAreEndedAndNothingIsLost() throws Exception {
        offTheListAndStillWriting();

        String path = run(backUp(new SessionLimit(0, true), false), "b-1").path();

        assertTrue(String.join("\n", log).contains("of lyncchat from CHATB1"), log.toString());
        assertEquals(0, lostBy(path));
    }

    @Test
    void aServerThatOnlyStaysConnectedIsNamedToo() throws Exception {
        offTheList(Fault.LATE_SESSION);

        Failure failure = assertThrows(Failure.class, () -> run(backUp(new SessionLimit(0, false), false), "b-1"));

        assertEquals(Failure.Code.TIMEOUT, failure.code());
        assertEquals(
                0, lostBy(run(backUp(new SessionLimit(0, true), false), "b-1").path()));
    }

    /** Somebody comes back while the backup is taken, writes, and leaves. */
    @Test
    void whatIsWrittenDuringTheBackupIsInTheNextOne() throws Exception {
        lab.sendUsersAway();
        Hold half = lab.faults().holds().at("half of BACKUP DATABASE");
        FutureTask<Outcome> taking = new FutureTask<>(() -> run(backUp(SessionLimit.DEFAULT, false), "b-1"));
        new Thread(taking, "backup").start();
        half.awaitReached();
        lab.topology().setActive(lab.topology().backupComputers());
        writeSome();
        lab.sendUsersAway();
        half.release();

        String path = taking.get().path();

        assertTrue(String.join("\n", log).contains("Taking it again, to " + path), log.toString());
        assertTrue(String.join("\n", log).contains("dbo.tblChat had"), log.toString());
        assertEquals(0, lostBy(path));
    }
}
