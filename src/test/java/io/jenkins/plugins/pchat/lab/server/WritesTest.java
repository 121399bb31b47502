package io.jenkins.plugins.pchat.lab.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.fault.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lab counts of writes, and what its check of a database finds. */
class WritesTest {

    private static final String COUNT =
            "SELECT SUM(user_updates) FROM sys.dm_db_index_usage_stats WHERE database_id = DB_ID(N'mgc')";

    @TempDir
    Path folder;

    private MgcLab lab;

    @BeforeEach
    void start() {
        lab = new MgcLab(folder);
    }

    @AfterEach
    void end() {
        lab.close();
    }

    private Object count(LabInstance instance) throws Exception {
        return lab.run(instance, COUNT).results().get(0).rows().get(0).get(0);
    }

    @Test
    void aStatementCountsOnceHoweverManyRowsItChanges() throws Exception {
        assertEquals(3L, ((Number) count(lab.backup)).longValue());
        lab.run(lab.backup, "UPDATE mgc.dbo.tblChatMessage SET body = N'changed'");
        assertEquals(4L, ((Number) count(lab.backup)).longValue());
        lab.run(lab.backup, "DELETE FROM mgc.dbo.tblChatMessage");
        assertEquals(5L, ((Number) count(lab.backup)).longValue());
        lab.run(lab.backup, "SELECT * FROM mgc.dbo.tblChatMessage");
        assertEquals(5L, ((Number) count(lab.backup)).longValue());
    }

    @Test
    void whatIsRolledBackCountsToo() throws Exception {
        lab.run(lab.backup, "BEGIN TRAN; INSERT INTO mgc.dbo.tblChatMessage (body) VALUES (N'x'); ROLLBACK");
        assertEquals(4L, ((Number) count(lab.backup)).longValue());
    }

    @Test
    void theCountBeginsAnewWithTheInstance() throws Exception {
        Object before = lab.run(lab.backup, "SELECT sqlserver_start_time FROM sys.dm_os_sys_info")
                .results();
        lab.backup.restart();
        assertEquals(null, count(lab.backup));
        Object after = lab.run(lab.backup, "SELECT sqlserver_start_time FROM sys.dm_os_sys_info")
                .results();
        assertTrue(!before.equals(after));
    }

    @Test
    void andWithADatabaseThatIsRestoredOrTakenOffline() throws Exception {
        lab.run(lab.backup, MgcLab.BACKUP);
        lab.run(lab.primary, MgcLab.RESTORE);
        assertEquals(null, count(lab.primary));
        lab.run(lab.backup, "ALTER DATABASE mgc SET OFFLINE; ALTER DATABASE mgc SET ONLINE");
        assertEquals(null, count(lab.backup));
    }

    @Test
    void aDamagedPageIsFoundByTheCheck() throws Exception {
        String check = "DBCC CHECKDB (N'mgc') WITH NO_INFOMSGS, PHYSICAL_ONLY";
        assertEquals(List.of(), lab.errors(lab.backup, check));
        lab.faults.arm(Fault.PAGES_DAMAGED);
        assertEquals(List.of(8939), lab.errors(lab.backup, check));
    }

    @Test
    void killNamesWhatItCanNotEnd() throws Exception {
        assertEquals(List.of(6106), lab.errors(lab.backup, "KILL 4711"));
        assertEquals(
                List.of(6104),
                lab.errors(
                        lab.backup,
                        "DECLARE @own int; SET @own = @@SPID; EXEC (N'KILL ' + CAST(@@SPID AS varchar(5)))"));
    }
}
