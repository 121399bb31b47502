package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestoreGuardsTest {

    private final ScriptedServer server = new ScriptedServer("SQLA\\RTC");
    private final Runs runs = new Runs();

    @BeforeEach
    void theBackupIsGood() {
        server.headerWith();
    }

    private void refused(String guard) {
        refused(guard, null);
    }

    private void refused(String guard, String source) {
        runs.refused(
                guard,
                new RestoreDatabase(
                        new RestoreDatabase.Request(SqlTarget.of("sqla"), null, "\\\\nas\\pchat\\mgc.bak", source, 5),
                        server.session,
                        new OperationId("r-1"),
                        seconds -> {}),
                server.session);
    }

    @Test
    void withoutSysadmin() {
        server.sysadmin = false;
        refused("permission");
    }

    @Test
    void aBackupThatCantBeRead() {
        server.headerFailure = Failure.sql(Failure.Code.SQL, 3201, "Cannot open backup device");
        refused("backup-readable");
    }

    @Test
    void aFileWithTwoSets() {
        server.headers.add(server.headers.get(0));
        refused("backup-one-set");
    }

    @Test
    void aFileWithoutASet() {
        server.headers.clear();
        refused("backup-one-set");
    }

    @Test
    void aLogBackup() {
        server.headerWith("BackupType", 2);
        refused("backup-full");
    }

    @Test
    void aBackupOfAnotherDatabase() {
        server.headerWith("DatabaseName", "mgccomp");
        refused("backup-of-database");
    }

    @Test
    void aBackupOfADamagedDatabase() {
        server.headerWith("IsDamaged", true);
        refused("backup-undamaged");
    }

    @Test
    void aBackupWithoutChecksums() {
        server.headerWith("HasBackupChecksums", false);
        refused("backup-checksummed");
    }

    @Test
    void aBackupOfAReadOnlyDatabase() {
        server.headerWith("IsReadOnly", true);
        refused("backup-writable");
    }

    @Test
    void aBackupOfTheTargetItself() {
        server.headerWith("ServerName", "sqla\\rtc");
        refused("backup-from-other-instance");
    }

    @Test
    void aBackupOfAnotherServerThanTheSource() {
        refused("backup-from-source", "SQLC\\RTC");
    }

    @Test
    void aBackupOfANewerVersion() {
        server.headerWith("SoftwareVersionMajor", 13);
        refused("backup-version");
    }

    @Test
    void aBackupOfAnOlderVersionThatCouldNotBeShippedBackTo() {
        server.headerWith("SoftwareVersionMajor", 11);
        refused("backup-version");
    }

    @Test
    void aBackupOf2008R2On2008() {
        server.version = "10.0.6000.29";
        server.headerWith("SoftwareVersionMajor", 10, "SoftwareVersionMinor", 50);
        refused("backup-version");
    }

    @Test
    void anotherCollation() {
        server.collation = "Latin1_General_CS_AS";
        refused("same-collation");
    }

    @Test
    void aMirroredTarget() {
        server.mirroring.put("mgc", new Object[] {"PRINCIPAL", "SYNCHRONIZED"});
        refused("target-not-mirrored");
    }

    @Test
    void aTargetInAnAvailabilityGroup() {
        server.replicaId = "8c6ec5b8-0000-0000-0000-000000000000";
        refused("target-not-in-availability-group");
    }

    @Test
    void aTargetWithSnapshots() {
        server.snapshots.add(row("name", "mgc_snap"));
        refused("target-no-snapshots");
    }

    @Test
    void aTargetThatIsRecovering() {
        server.state = "RECOVERING";
        refused("target-not-recovering");
    }

    @Test
    void aTargetThatShipsItsLogSinceTheBackup() {
        server.lastLogBackup = ScriptedServer.NOW.plusMinutes(1);
        refused("target-not-serving");
    }

    @Test
    void aTargetThatWasRestoredFromALaterBackup() {
        server.restoredFrom("another", ScriptedServer.NOW.plusDays(1));
        refused("target-not-newer");
    }

    @Test
    void aTargetThatHoldsMoreThanTheBackup() {
        server.usedBytes = 2L << 30;
        refused("target-not-larger");
    }

    @Test
    void aFileOfAnotherDatabase() {
        server.exists = false;
        server.otherFiles.add(ScriptedServer.file("other", 6, 1, "other", "ROWS", "d:\\data\\MGC.mdf"));
        refused("files-not-foreign");
    }

    @Test
    void twoFilesOfOneName() {
        server.exists = false;
        server.session.answer(
                "RESTORE FILELISTONLY",
                row("LogicalName", "a", "PhysicalName", "F:\\1\\x.mdf", "Type", "D", "Size", BigDecimal.ONE),
                row("LogicalName", "b", "PhysicalName", "F:\\2\\x.mdf", "Type", "D", "Size", BigDecimal.ONE));
        refused("files-distinct");
    }

    @Test
    void tooLittleRoom() {
        server.available = 3L << 30;
        refused("disk-space");
    }

    @Test
    void allowsAnOlderRestoreAndAnOldLogBackup() throws Exception {
        server.restoredFrom("another", ScriptedServer.NOW.minusDays(1));
        server.lastLogBackup = ScriptedServer.NOW.minusDays(1);
        server.session.effect("RESTORE DATABASE", (sql, console) -> server.restoredFrom(ScriptedServer.GUID, ScriptedServer.NOW));

        runs.run(new RestoreDatabase(
                RestoreDatabase.Request.of(SqlTarget.of("sqla"), "\\\\nas\\pchat\\mgc.bak"),
                server.session,
                new OperationId("r-1"),
                seconds -> {}));

        assertTrue(server.session.executed().size() > 1);
    }

    @Test
    void haveDistinctIds() {
        List<String> ids = RestoreGuards.all(null).stream().map(g -> g.id()).toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
    }
}
