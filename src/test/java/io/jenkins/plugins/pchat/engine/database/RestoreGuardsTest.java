package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.pchat.engine.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestoreGuardsTest extends RestoreTest {

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

    /** Users have written since: it is no hand-over. */
    @Test
    void aBackupThatWasTakenForATrial() {
        server.headerWith("BackupName", "mgc failback TRIAL");
        refused("backup-not-trial");
    }

    @Test
    void haveDistinctIds() {
        List<String> ids = RestoreGuards.all(null).stream().map(g -> g.id()).toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
    }
}
