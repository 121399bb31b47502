package io.jenkins.plugins.pchat.lab.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.fault.Holds.Hold;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is restored under another name and to other files, and the database that is dropped afterwards. */
@Timeout(120)
class RestoreBesideTest {

    private static final String DATA = "D:\\Data\\beside.mdf";
    private static final String BESIDE = "RESTORE DATABASE [beside] FROM DISK = N'" + MgcLab.BAK
            + "' WITH FILE = 1, RECOVERY, RESTRICTED_USER, CHECKSUM, STATS = 5, MOVE N'mgc' TO N'" + DATA
            + "', MOVE N'mgc_log' TO N'D:\\Data\\beside.ldf'";

    private MgcLab lab;

    @BeforeEach
    void backsUp(@TempDir Path folder) throws Exception {
        lab = new MgcLab(folder);
        lab.run(lab.backup, MgcLab.BACKUP);
    }

    @AfterEach
    void stopLab() {
        lab.close();
    }

    private boolean isThere() throws Exception {
        return Files.exists(lab.storage.resolve("SQLA", DATA));
    }

    @Test
    void leavesTheOtherAsItIsAndGoesWithItsFiles() throws Exception {
        assertEquals(List.of(), lab.errors(lab.primary, BESIDE));
        assertEquals(
                3L,
                ((Number) lab.run(lab.primary, "SELECT COUNT(*) AS n FROM beside.dbo.tblChatMessage")
                                .results()
                                .get(0)
                                .rows()
                                .get(0)
                                .get(0))
                        .longValue());
        assertTrue(isThere());

        assertEquals(List.of(), lab.errors(lab.primary, "DROP DATABASE [beside]"));
        assertFalse(isThere());
        assertEquals(List.of(911), lab.errors(lab.primary, "USE beside"));
        assertEquals(List.of(), lab.errors(lab.primary, "USE mgc"));
    }

    @Test
    void overwritesNoFileAndNoDatabaseWithoutReplace() throws Exception {
        Files.writeString(lab.storage.resolve("SQLA", DATA), "of somebody else");
        assertEquals(3142, lab.errors(lab.primary, BESIDE).get(0));
        assertEquals("of somebody else", Files.readString(lab.storage.resolve("SQLA", DATA)));

        assertEquals(
                3154,
                lab.errors(lab.primary, BESIDE.replace("[beside]", "[mgc]")).get(0));
    }

    @Test
    void cantBeDroppedWhileItIsRestored() throws Exception {
        Hold half = lab.faults.holds().at("half of RESTORE DATABASE");
        CompletableFuture<List<Integer>> restore = CompletableFuture.supplyAsync(() -> {
            try {
                return lab.errors(lab.primary, BESIDE);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        half.awaitReached();
        assertEquals(List.of(3702), lab.errors(lab.primary, "DROP DATABASE [beside]"));
        half.release();

        assertEquals(List.of(), restore.get());
        assertEquals(List.of(), lab.errors(lab.primary, "DROP DATABASE [beside]"));
    }
}
