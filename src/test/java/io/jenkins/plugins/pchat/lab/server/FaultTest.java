package io.jenkins.plugins.pchat.lab.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultTest {

    @TempDir
    Path folder;

    private MgcLab lab;

    @BeforeEach
    void startLab() {
        lab = new MgcLab(folder);
    }

    @AfterEach
    void stopLab() {
        lab.close();
    }

    /** Runs a batch and cancels it at its first message of progress. */
    private List<Integer> cancelledAtFirstProgress(LabInstance instance, String batch) throws Exception {
        try (LabSession session = lab.session(instance)) {
            RecordingReply reply = new RecordingReply(session::cancel);
            assertThrows(InterruptedException.class, () -> session.batch(batch, reply));
            assertFalse(Thread.currentThread().isInterrupted());
            return reply.errors().stream().map(RecordingReply.Message::number).toList();
        }
    }

    @Test
    void aCancelledRestoreLeavesTheDatabaseRestoring() throws Exception {
        lab.run(lab.backup, MgcLab.BACKUP);
        assertEquals(List.of(3204, 3013), cancelledAtFirstProgress(lab.primary, MgcLab.RESTORE));
        assertEquals("RESTORING", lab.primary.databaseState("mgc"));
        assertEquals(List.of(), lab.errors(lab.primary, MgcLab.RESTORE));
        assertEquals(List.of("one", "two", "three"), lab.messages(lab.primary));
    }

    @Test
    void aCancelledBackupIsIncomplete() throws Exception {
        assertEquals(List.of(3204, 3013), cancelledAtFirstProgress(lab.backup, MgcLab.BACKUP));
        RecordingReply.Result header = lab.run(lab.primary, "RESTORE HEADERONLY FROM DISK = N'" + MgcLab.BAK + "'")
                .results()
                .get(0);
        assertEquals("*** INCOMPLETE ***", header.value(0, "BackupName"));
        assertEquals(List.of(3256, 3013), lab.errors(lab.primary, MgcLab.RESTORE));
        assertEquals("ONLINE", lab.primary.databaseState("mgc"));
    }

    @Test
    void aCutConnectionEndsTheStatement() throws Exception {
        lab.run(lab.backup, MgcLab.BACKUP);
        LabFixture.TestLink link = new LabFixture.TestLink();
        lab.faults.arm(Fault.CONNECTION_CUT);
        try (LabSession session = lab.session(lab.primary, "pchat", "master", link)) {
            assertThrows(InterruptedException.class, () -> session.batch(MgcLab.RESTORE, new RecordingReply()));
        }
        assertTrue(link.cut);
        assertEquals("RESTORING", lab.primary.databaseState("mgc"));
    }

    @Test
    void aKilledServerHasNotDoneWhatItWasAskedFor() throws Exception {
        LabInstance mirror = lab.instance("SQLBM\\RTC", "SQLBM", "12.0.6024.0");
        lab.backup.mirrorWith("mgc", mirror, null);
        CountDownLatch killed = new CountDownLatch(1);
        lab.backup.whenKilled(killed::countDown);
        lab.faults.arm(Fault.SERVER_KILLED);
        LabFixture.TestLink link = new LabFixture.TestLink();
        LabSession session = lab.session(lab.backup, "pchat", "master", link);
        assertThrows(
                InterruptedException.class,
                () -> session.batch("ALTER DATABASE mgc SET PARTNER OFF", new RecordingReply()));
        assertTrue(killed.await(10, TimeUnit.SECONDS));
        assertTrue(link.cut);
        assertEquals(
                4,
                lab.run(
                                lab.backup,
                                "SELECT mirroring_state FROM sys.database_mirroring WHERE mirroring_guid IS NOT NULL")
                        .results()
                        .get(0)
                        .rows()
                        .get(0)
                        .get(0));
    }

    @Test
    void faultsWaitForAStatementThatChangesSomething() throws Exception {
        lab.run(lab.backup, MgcLab.BACKUP);
        lab.faults.arm(Fault.CONNECTION_CUT);
        lab.run(lab.primary, "EXEC master.dbo.xp_fileexist N'" + MgcLab.BAK + "'; SELECT 1");
        lab.run(lab.primary, "RESTORE VERIFYONLY FROM DISK = N'" + MgcLab.BAK + "' WITH CHECKSUM, STATS = 5");
        assertTrue(lab.faults.inForce(Fault.CONNECTION_CUT));
        assertThrows(
                InterruptedException.class,
                () -> lab.run(lab.primary, "ALTER DATABASE mgc SET SINGLE_USER; " + MgcLab.RESTORE));
        assertEquals("RESTORING", lab.primary.databaseState("mgc"));
        assertFalse(lab.faults.inForce(Fault.CONNECTION_CUT));
    }

    @Test
    void theServersOwnProgramsAreSpared() throws Exception {
        lab.run(lab.backup, MgcLab.BACKUP.replace("COPY_ONLY, ", ""));
        lab.faults.arm(Fault.CONNECTION_CUT);
        lab.backup.backupLog("mgc", "\\\\nas\\pchat\\1.trn", "agent");
        assertTrue(lab.faults.inForce(Fault.CONNECTION_CUT));
    }

    @Test
    void aRefusedLoginIsRefusedOnce() throws Exception {
        lab.faults.arm(Fault.LOGIN_REFUSED);
        assertEquals(
                18456,
                assertThrows(ServerError.class, () -> lab.session(lab.backup)).number());
        lab.session(lab.backup).close();
    }

    @Test
    void exclusiveAccessIsRefusedAsLongAsTheFaultLasts() throws Exception {
        lab.run(lab.backup, MgcLab.BACKUP);
        lab.faults.arm(Fault.EXCLUSIVE_ACCESS_REFUSED);
        assertEquals(List.of(3101, 3013), lab.errors(lab.primary, MgcLab.RESTORE));
        assertEquals(List.of(3101, 3013), lab.errors(lab.primary, MgcLab.RESTORE));
        lab.faults.disarm();
        assertEquals(List.of(), lab.errors(lab.primary, MgcLab.RESTORE));
    }

    @Test
    void anotherSessionSeesTheProgress() throws Exception {
        RecordingReply seen = new RecordingReply();
        try (LabSession watcher = lab.session(lab.backup);
                LabSession session = lab.session(lab.backup)) {
            RecordingReply reply = new RecordingReply(() -> watch(watcher, session.id(), seen));
            session.batch(MgcLab.BACKUP, reply);
        }
        assertEquals("BACKUP DATABASE", seen.results().get(0).value(0, "command"));
        assertEquals("BACKUPIO", seen.results().get(0).value(0, "wait_type"));
        assertEquals(100.0, (Double) seen.results().get(0).value(0, "percent_complete"));
    }

    private static void watch(LabSession watcher, int id, RecordingReply seen) {
        Thread thread = new Thread(() -> {
            try {
                watcher.batch(
                        "SELECT command, wait_type, percent_complete FROM sys.dm_exec_requests WHERE session_id = "
                                + id,
                        seen);
            } catch (ServerError | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
