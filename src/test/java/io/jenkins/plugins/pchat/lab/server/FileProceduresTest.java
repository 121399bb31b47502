package io.jenkins.plugins.pchat.lab.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileProceduresTest {

    @TempDir
    Path folder;

    private LabFixture lab;

    @BeforeEach
    void startLab() {
        lab = new LabFixture(folder);
    }

    @AfterEach
    void stopLab() {
        lab.close();
    }

    private List<List<?>> rows(String batch) throws Exception {
        return lab.run(lab.backup, batch).results().get(0).rows();
    }

    @Test
    void tellsFilesFromFolders() throws Exception {
        assertEquals(List.of(List.of(0, 1, 1)), rows("EXEC master.dbo.xp_fileexist N'D:\\Data'"));
        assertEquals(List.of(List.of(1, 0, 1)), rows("EXEC master.dbo.xp_fileexist N'D:\\Data\\msdb.mdf'"));
        assertEquals(List.of(List.of(0, 0, 0)), rows("EXEC master.dbo.xp_fileexist N'\\\\nowhere\\x\\y'"));
    }

    @Test
    void makesAFolderWithAllAboveIt() throws Exception {
        String make = "DECLARE @rc int; EXEC @rc = master.dbo.xp_create_subdir N'D:\\Log\\Shipping'; SELECT @rc";
        assertEquals(List.of(List.of(0)), rows(make));
        assertEquals(List.of(List.of(0)), rows(make));
        assertTrue(Files.isDirectory(lab.storage.resolve("SQLB", "D:\\Log\\Shipping")));
        RecordingReply refused = lab.run(lab.backup, "EXEC master.dbo.xp_create_subdir N'X:\\Log'");
        assertEquals(22048, refused.errors().get(0).number());
    }

    @Test
    void listsAndDeletes() throws Exception {
        Files.writeString(lab.storage.resolve("SQLB", "\\\\nas\\pchat\\a.bak"), "x");
        assertEquals(List.of(List.of("a.bak", 1, 1)), rows("EXEC master..xp_dirtree N'\\\\nas\\pchat', 1, 1"));
        lab.run(lab.backup, "EXEC master.dbo.xp_delete_file 0, N'\\\\nas\\pchat\\a.bak'");
        assertFalse(Files.exists(lab.storage.resolve("SQLB", "\\\\nas\\pchat\\a.bak")));
        assertEquals("C", rows("EXEC xp_fixeddrives").get(0).get(0));
    }

    @Test
    void anErrorOfAProcedureGoesToTheCatchBlock() throws Exception {
        assertEquals(
                List.of(List.of(22048)),
                rows("BEGIN TRY EXEC master.dbo.xp_create_subdir N'X:\\Log' END TRY BEGIN CATCH SELECT "
                        + "ERROR_NUMBER() END CATCH"));
    }

    @Test
    void argumentsThatAreNoneAreRefused() throws Exception {
        assertEquals(
                8145,
                lab.run(lab.backup, "EXEC xp_fileexist @nothing = 1")
                        .errors()
                        .get(0)
                        .number());
        assertEquals(
                8144,
                lab.run(lab.backup, "EXEC xp_fileexist 1, 2, 3").errors().get(0).number());
    }
}
