package io.jenkins.plugins.pchat.lab.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreRefusalTest {

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

    @Test
    void saysTheCauseFirstAndThenThatItEndsAbnormally() throws Exception {
        assertEquals(List.of(3201, 3013), lab.errors(lab.backup, MgcLab.BACKUP.replace("nas", "nowhere")));
        assertEquals(List.of(3201, 3013), lab.errors(lab.primary, MgcLab.RESTORE));
        lab.faults.arm(Fault.SHARE_FULL);
        assertEquals(List.of(3202, 3013), lab.errors(lab.backup, MgcLab.BACKUP));
        lab.faults.disarm();
        assertEquals(List.of(4214, 3013), lab.errors(lab.backup, "BACKUP LOG mgc TO DISK = N'\\\\nas\\pchat\\x.trn'"));
        Files.writeString(lab.storage.resolve("SQLA", MgcLab.BAK), "not a backup of anything at all");
        assertEquals(List.of(3241, 3013), lab.errors(lab.primary, MgcLab.RESTORE));
    }

    @Test
    void refusesToOverwriteWithoutReplace() throws Exception {
        lab.run(lab.backup, MgcLab.BACKUP);
        assertEquals(List.of(3154, 3013), lab.errors(lab.primary, MgcLab.RESTORE.replace("REPLACE, ", "")));
        assertEquals(
                List.of(3234, 3013),
                lab.errors(lab.primary, MgcLab.RESTORE + ", MOVE N'nothing' TO N'D:\\Data\\x.mdf'"));
        assertEquals(
                List.of(5133, 3156, 3119, 3013),
                lab.errors(lab.primary, MgcLab.RESTORE + ", MOVE N'mgc' TO N'D:\\Absent\\x.mdf'"));
        assertEquals(List.of(3169, 3013), lab.errors(lab.instance("SQLC", "SQLC", "11.0.7001.0"), MgcLab.RESTORE));
    }

    @Test
    void needsTheDatabaseForItself() throws Exception {
        lab.run(lab.backup, MgcLab.BACKUP);
        LabFixture.TestLink link = new LabFixture.TestLink();
        try (LabSession other = lab.session(lab.primary, "pchat", "mgc", link)) {
            assertEquals("mgc", other.database());
            assertEquals(List.of(3101, 3013), lab.errors(lab.primary, MgcLab.RESTORE));
            assertEquals(List.of(3102, 3013), lab.errors(lab.primary, "USE mgc; " + MgcLab.RESTORE));
            assertEquals(
                    List.of(),
                    lab.errors(
                            lab.primary,
                            "ALTER DATABASE mgc SET SINGLE_USER WITH ROLLBACK IMMEDIATE; " + MgcLab.RESTORE));
            assertTrue(link.cut);
        }
        assertEquals(
                "MULTI_USER",
                lab.run(lab.primary, "SELECT user_access_desc FROM sys.databases WHERE name = 'mgc'")
                        .results()
                        .get(0)
                        .rows()
                        .get(0)
                        .get(0));
    }

    @Test
    void restoringOverAMirroredDatabaseIsRefused() throws Exception {
        lab.run(lab.backup, MgcLab.BACKUP);
        LabInstance mirror = lab.instance("SQLAM\\RTC", "SQLAM", "12.0.6024.0");
        lab.primary.mirrorWith("mgc", mirror, null);
        assertEquals(List.of(3104, 3013), lab.errors(lab.primary, MgcLab.RESTORE));
        assertEquals(
                1443,
                lab.run(lab.primary, "ALTER DATABASE [mgc] SET PARTNER OFF")
                        .messages()
                        .get(0)
                        .number());
        assertEquals(List.of(1416, 5069), lab.errors(lab.primary, "ALTER DATABASE [mgc] SET PARTNER OFF"));
        assertEquals("RESTORING", mirror.databaseState("mgc"));
        assertEquals(List.of(), lab.errors(lab.primary, MgcLab.RESTORE));
    }
}
