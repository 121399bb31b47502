package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackupDatabaseTest {

    private static final String PATH = "\\\\nas\\pchat\\mgc_failback_20260102_030405.bak";
    private static final String BACKUP = "BACKUP DATABASE [mgc] TO DISK = N'" + PATH + "'\n"
            + "    WITH COPY_ONLY, FORMAT, INIT, SKIP, CHECKSUM, STATS = 5, NAME = N'mgc failback hand-over',"
            + " DESCRIPTION = N'pchat-failback b-1'";
    private static final String VERIFY =
            "RESTORE VERIFYONLY FROM DISK = N'" + PATH + "'\n    WITH FILE = 1, CHECKSUM, STATS = 5";
    private static final SqlTarget TARGET = SqlTarget.of("sqlb\\RTC");

    private final ScriptedServer server = new ScriptedServer("SQLB\\RTC");
    private final Runs runs = new Runs();
    private int pauses;

    private BackupDatabase operation() {
        return operation(BackupDatabase.Request.of(TARGET, "\\\\nas\\pchat"), "b-1");
    }

    private BackupDatabase operation(BackupDatabase.Request request, String id) {
        return new BackupDatabase(request, server.session, new OperationId(id), seconds -> pauses++);
    }

    @Test
    void backsUpAndReadsBack() throws Exception {
        Outcome outcome = runs.run(operation());

        assertEquals(List.of(BACKUP, VERIFY), server.session.executed());
        assertTrue(outcome.changed());
        assertEquals(PATH, outcome.path());
        assertEquals("SQLB\\RTC", outcome.details().get("server"));
        assertEquals("31000000012300001", outcome.details().get("firstLsn"));
        assertEquals("31000000045600001", outcome.details().get("lastLsn"));
        assertEquals("31000000012300037", outcome.details().get("checkpointLsn"));
        assertEquals(ScriptedServer.GUID, outcome.details().get("backupSetGuid"));
        assertEquals(1L << 30, outcome.details().get("sizeBytes"));
        assertEquals(90L, outcome.details().get("seconds"));
    }

    @Test
    void putsEveryOptionIntoTheStatement() throws Exception {
        runs.run(operation(
                new BackupDatabase.Request(
                        TARGET, "mgc", "\\\\nas\\pchat\\", false, Compression.ON, 10, 1048576, 50, "it's mine"),
                "b-1"));

        assertEquals(
                "BACKUP DATABASE [mgc] TO DISK = N'" + PATH + "'\n"
                        + "    WITH FORMAT, INIT, SKIP, CHECKSUM, COMPRESSION, STATS = 10, MAXTRANSFERSIZE = 1048576,"
                        + " BUFFERCOUNT = 50, NAME = N'mgc failback hand-over',"
                        + " DESCRIPTION = N'pchat-failback b-1 it''s mine'",
                server.session.executed().get(0));
    }

    @Test
    void canSwitchCompressionOff() throws Exception {
        runs.run(operation(
                new BackupDatabase.Request(TARGET, null, "\\\\nas\\pchat", true, Compression.OFF, 5, null, null, null),
                "b-1"));

        assertTrue(server.session.executed().get(0).contains(" NO_COMPRESSION,"));
    }

    @Test
    void executesNothingOnADryRun() throws Exception {
        Outcome outcome = runs.dryRun(operation());

        assertEquals(List.of(), server.session.executed());
        assertEquals(PATH, outcome.path());
        assertTrue(String.join("\n", outcome.plan()).contains("COPY_ONLY"));
    }

    @Test
    void isDoneWhenLogShippingHasTakenOver() throws Exception {
        server.state = "RESTORING";
        server.secondary = true;
        server.backups.add(server.backupRow("pchat-failback other-run", "\\\\nas\\pchat\\earlier.bak"));

        Outcome outcome = runs.run(operation());

        assertFalse(outcome.changed());
        assertEquals("\\\\nas\\pchat\\earlier.bak", outcome.path());
        assertEquals(ScriptedServer.GUID, outcome.details().get("backupSetGuid"));
        assertEquals(List.of(), server.session.executed());
    }

    @Test
    void isNotDoneByAHandOverAloneWhileTheDatabaseServes() throws Exception {
        server.backups.add(server.backupRow("pchat-failback other-run", "\\\\nas\\pchat\\earlier.bak"));

        assertTrue(runs.run(operation()).changed());
        assertEquals(List.of(BACKUP, VERIFY), server.session.executed());
    }

    @Test
    void onlyVerifiesWhatItHasTakenBefore() throws Exception {
        server.headerWith();
        server.backups.add(server.backupRow("pchat-failback b-1", "\\\\nas\\pchat\\mine.bak"));

        assertEquals("\\\\nas\\pchat\\mine.bak", runs.run(operation()).path());
        assertEquals(List.of(VERIFY.replace(PATH, "\\\\nas\\pchat\\mine.bak")), server.session.executed());
    }

    @Test
    void doesNotTakeAnotherIdForItsOwn() throws Exception {
        server.headerWith();
        server.backups.add(server.backupRow("pchat-failback b-12", "\\\\nas\\pchat\\other.bak"));

        assertEquals(PATH, runs.run(operation()).path());
    }

    @Test
    void takesANewBackupWhenTheFileOfItsOwnIsGone() throws Exception {
        server.backups.add(server.backupRow("pchat-failback b-1", "\\\\nas\\pchat\\gone.bak"));
        server.headerFailure = Failure.sql(Failure.Code.SQL, 3201, "Cannot open backup device");
        server.session.effect("^BACKUP", (sql, console) -> {
            server.headerFailure = null;
            server.headerWith();
            server.backups.add(0, server.backupRow("pchat-failback b-1", PATH));
        });

        assertEquals(PATH, runs.run(operation()).path());
        assertTrue(runs.text().contains("can't be used: Cannot open backup device"), runs.text());
    }

    @Test
    void followsItsOwnBackupThatStillRuns() throws Exception {
        for (float percent : new float[] {40f, 40f, 70f}) {
            server.running.add(row("session_id", 60, "command", "BACKUP DATABASE", "percent_complete", percent));
        }
        server.session.answer("RESTORE HEADERONLY", p -> List.copyOf(server.headers));
        server.session.answer("msdb.dbo.backupset", p -> {
            if (!server.running.isEmpty()) {
                return List.of();
            }
            server.headerWith();
            return List.of(server.backupRow("pchat-failback b-1", PATH));
        });

        Outcome outcome = runs.run(operation());

        assertEquals(List.of(VERIFY), server.session.executed());
        assertEquals(PATH, outcome.path());
        assertTrue(runs.text().contains("70 %"), runs.text());
        assertEquals(2, pauses);
    }

    @Test
    void saysWhenTheFollowedBackupLeftNothing() {
        server.running.add(row("session_id", 60, "command", "BACKUP DATABASE", "percent_complete", 40f));

        assertTrue(runs.fails(operation()).what().contains("msdb tells of none"));
        assertEquals(List.of(), server.session.executed());
    }

    @Test
    void refusesADatabaseThatIsNotThere() {
        server.exists = false;
        runs.refused("database-exists", operation(), server.session);
    }

    @Test
    void refusesWithoutSysadmin() {
        server.sysadmin = false;
        runs.refused("permission", operation(), server.session);
    }

    @Test
    void refusesADatabaseThatIsNotOnline() {
        server.state = "RESTORING";
        runs.refused("database-online", operation(), server.session);
    }

    @Test
    void refusesTheMirrorCopy() {
        server.state = "RESTORING";
        server.mirroring.put("mgc", new Object[] {"MIRROR", "SYNCHRONIZED"});
        runs.refused("principal", operation(), server.session);
    }

    @Test
    void refusesWhileMirrored() {
        server.mirroring.put("mgc", new Object[] {"PRINCIPAL", "SYNCHRONIZED"});
        runs.refused("mirroring-removed", operation(), server.session);
    }

    @Test
    void refusesReadOnly() {
        server.readOnly = true;
        runs.refused("database-writable", operation(), server.session);
    }

    @Test
    void refusesSingleUser() {
        server.userAccess = "SINGLE_USER";
        runs.refused("multi-user", operation(), server.session);
    }

    @Test
    void refusesTheRecoveryModelSimple() {
        server.recoveryModel = "SIMPLE";
        runs.refused("recovery-full", operation(), server.session);
    }

    @Test
    void refusesAnAvailabilityGroup() {
        server.replicaId = "8c6ec5b8-0000-0000-0000-000000000000";
        runs.refused("not-in-availability-group", operation(), server.session);
    }

    @Test
    void refusesAShareThatTheServerCantSeeAfterThreeLooks() {
        server.shareThere = false;
        runs.refused("share-reachable", operation(), server.session);
        assertEquals(2, pauses);
    }

    @Test
    void refusesToOverwriteAFile() {
        server.fileThere = true;
        runs.refused("file-is-new", operation(), server.session);
    }

    @Test
    void failsWhenTheFileHoldsSomethingElse() {
        server.session.effect("^BACKUP", (sql, console) -> {
            server.headerWith("HasBackupChecksums", false);
            server.backups.add(0, server.backupRow("pchat-failback b-1", PATH));
        });

        Failure failure = runs.fails(operation());

        assertEquals(Failure.Code.NOT_VERIFIED, failure.code());
        assertTrue(failure.what().contains("it has no checksums"), failure.getMessage());
    }

    @Test
    void failsWhenMsdbDoesNotKnowTheBackup() {
        server.session.effect("^BACKUP", (sql, console) -> {});

        assertTrue(runs.fails(operation()).what().contains("msdb tells of no backup by this step"));
    }

    @Test
    void comesToTheSameEndWhereverItWasCut() throws Exception {
        for (int n = 1; n <= 2; n++) {
            for (boolean done : new boolean[] {false, true}) {
                server.backups.clear();
                server.session.failAt(n, done, Failure.of(Failure.Code.CONNECTION_LOST, "cut"));
                assertEquals(Failure.Code.CONNECTION_LOST, runs.fails(operation()).code());
                int before = server.session.executed().size();
                Outcome outcome = runs.run(operation());
                List<String> second = server.session.executed().subList(before, server.session.executed().size());
                assertEquals(n == 1 && !done ? List.of(BACKUP, VERIFY) : List.of(VERIFY), second, "cut at " + n);
                assertEquals(PATH, outcome.path());
            }
        }
    }
}
