package io.jenkins.plugins.pchat.lab.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupRestoreTest {

    private static final String BAK = "\\\\nas\\pchat\\mgc.bak";
    private static final String BACKUP = "BACKUP DATABASE [mgc] TO DISK = N'" + BAK + "' WITH COPY_ONLY, CHECKSUM, INIT, STATS = 5, NAME = N'mgc hand-over'";
    private static final String RESTORE = "RESTORE DATABASE [mgc] FROM DISK = N'" + BAK + "' WITH FILE = 1, REPLACE, RECOVERY, CHECKSUM, STATS = 5";

    @TempDir
    Path folder;

    private LabFixture lab;

    @BeforeEach
    void startLab() {
        lab = new LabFixture(folder);
        lab.backup.createDatabase("mgc");
        lab.primary.createDatabase("mgc");
        lab.backup.run("mgc", "CREATE TABLE dbo.tblChatMessage (id int IDENTITY(1,1) PRIMARY KEY, body nvarchar(max) NOT NULL, sent datetime2 DEFAULT SYSDATETIME())");
        write("one", "two", "three");
    }

    @AfterEach
    void stopLab() {
        lab.close();
    }

    private void write(String... bodies) {
        for (String body : bodies) {
            lab.backup.run("mgc", "INSERT INTO tblChatMessage (body) VALUES (N'" + body + "')");
        }
    }

    private List<?> messages(LabInstance instance) throws Exception {
        RecordingReply reply = lab.run(instance, "SELECT body FROM mgc.dbo.tblChatMessage ORDER BY id");
        return reply.results().get(0).rows().stream().map(r -> r.get(0)).toList();
    }

    private List<Integer> errors(LabInstance instance, String batch) throws Exception {
        return lab.run(instance, batch).errors().stream().map(RecordingReply.Message::number).toList();
    }

    @Test
    void restoresEveryRowElsewhere() throws Exception {
        RecordingReply backup = lab.run(lab.backup, BACKUP);
        assertEquals(List.of(), backup.errors());
        List<Integer> numbers = backup.messages().stream().map(RecordingReply.Message::number).toList();
        assertEquals(3211, numbers.get(0));
        assertEquals(3014, numbers.get(numbers.size() - 1));
        assertEquals(20, numbers.stream().filter(n -> n == 3211).count());
        assertEquals(List.of(), errors(lab.primary, RESTORE));
        assertEquals(List.of("one", "two", "three"), messages(lab.primary));
        lab.primary.run("mgc", "INSERT INTO tblChatMessage (body) VALUES (N'four')");
        assertEquals(List.of("one", "two", "three", "four"), messages(lab.primary));
    }

    @Test
    void tellsWhatIsInTheFile() throws Exception {
        lab.run(lab.backup, BACKUP);
        RecordingReply.Result header = lab.run(lab.primary, "RESTORE HEADERONLY FROM DISK = N'" + BAK + "'").results().get(0);
        assertEquals(1, header.rows().size());
        assertEquals("mgc", header.value(0, "DatabaseName"));
        assertEquals("SQLB\\RTC", header.value(0, "ServerName"));
        assertEquals(true, header.value(0, "HasBackupChecksums"));
        assertEquals(true, header.value(0, "IsCopyOnly"));
        assertEquals(1, header.value(0, "BackupType"));
        RecordingReply.Result files = lab.run(lab.primary, "RESTORE FILELISTONLY FROM DISK = N'" + BAK + "'").results().get(0);
        assertEquals("mgc_log", files.value(1, "LogicalName"));
        assertEquals(
                3262,
                lab.run(lab.primary, "RESTORE VERIFYONLY FROM DISK = N'" + BAK + "' WITH CHECKSUM").messages().get(0).number());
        RecordingReply.Result row = lab.run(
                        lab.backup,
                        "SELECT s.type, s.is_copy_only, f.physical_device_name, s.first_lsn FROM msdb.dbo.backupset s JOIN msdb.dbo.backupmediafamily f "
                                + "ON f.media_set_id = s.media_set_id WHERE s.database_name = N'mgc'")
                .results()
                .get(0);
        assertEquals(BAK, row.value(0, "physical_device_name"));
        assertEquals(header.value(0, "FirstLSN"), row.value(0, "first_lsn"));
    }

    @Test
    void appendsASetUnlessToldOtherwise() throws Exception {
        lab.run(lab.backup, BACKUP.replace("INIT", "NOINIT"));
        lab.run(lab.backup, BACKUP.replace("INIT", "NOINIT"));
        assertEquals(2, lab.run(lab.primary, "RESTORE HEADERONLY FROM DISK = N'" + BAK + "'").results().get(0).rows().size());
        lab.run(lab.backup, BACKUP);
        assertEquals(1, lab.run(lab.primary, "RESTORE HEADERONLY FROM DISK = N'" + BAK + "'").results().get(0).rows().size());
    }

    @Test
    void saysTheCauseFirstAndThenThatItEndsAbnormally() throws Exception {
        assertEquals(List.of(3201, 3013), errors(lab.backup, BACKUP.replace("nas", "nowhere")));
        assertEquals(List.of(3201, 3013), errors(lab.primary, RESTORE));
        lab.faults.arm(Fault.SHARE_FULL);
        assertEquals(List.of(3202, 3013), errors(lab.backup, BACKUP));
        lab.faults.disarm();
        assertEquals(List.of(4214, 3013), errors(lab.backup, "BACKUP LOG mgc TO DISK = N'\\\\nas\\pchat\\x.trn'"));
        Files.writeString(lab.storage.resolve("SQLA", BAK), "not a backup of anything at all");
        assertEquals(List.of(3241, 3013), errors(lab.primary, RESTORE));
    }

    @Test
    void refusesToOverwriteWithoutReplace() throws Exception {
        lab.run(lab.backup, BACKUP);
        assertEquals(List.of(3154, 3013), errors(lab.primary, RESTORE.replace("REPLACE, ", "")));
        assertEquals(List.of(3234, 3013), errors(lab.primary, RESTORE + ", MOVE N'nothing' TO N'D:\\Data\\x.mdf'"));
        assertEquals(List.of(5133, 3156, 3119, 3013), errors(lab.primary, RESTORE + ", MOVE N'mgc' TO N'D:\\Absent\\x.mdf'"));
        assertEquals(List.of(3169, 3013), errors(lab.instance("SQLC", "SQLC", "11.0.7001.0"), RESTORE));
    }

    @Test
    void needsTheDatabaseForItself() throws Exception {
        lab.run(lab.backup, BACKUP);
        LabFixture.TestLink link = new LabFixture.TestLink();
        try (LabSession other = lab.session(lab.primary, "pchat", "mgc", link)) {
            assertEquals("mgc", other.database());
            assertEquals(List.of(3101, 3013), errors(lab.primary, RESTORE));
            assertEquals(List.of(3102, 3013), errors(lab.primary, "USE mgc; " + RESTORE));
            assertEquals(List.of(), errors(lab.primary, "ALTER DATABASE mgc SET SINGLE_USER WITH ROLLBACK IMMEDIATE; " + RESTORE));
            assertTrue(link.cut);
        }
        assertEquals("MULTI_USER", lab.run(lab.primary, "SELECT user_access_desc FROM sys.databases WHERE name = 'mgc'").results().get(0).rows().get(0).get(0));
    }

    @Test
    void noticesDamage() throws Exception {
        lab.faults.arm(Fault.BACKUP_DAMAGED);
        assertEquals(List.of(), errors(lab.backup, BACKUP));
        assertEquals(List.of(3189, 3013), errors(lab.primary, "RESTORE VERIFYONLY FROM DISK = N'" + BAK + "' WITH CHECKSUM"));
        assertEquals(List.of(3183, 3013), errors(lab.primary, RESTORE));
        assertEquals("RESTORING", lab.primary.databaseState("mgc"));
        assertEquals(927, assertThrows(ServerError.class, () -> lab.session(lab.primary).use("mgc")).number());
    }

    @Test
    void shipsItsLog() throws Exception {
        assertEquals(List.of(), errors(lab.backup, BACKUP.replace("COPY_ONLY, ", "")));
        write("four");
        lab.backup.backupLog("mgc", "\\\\nas\\pchat\\1.trn", "agent");
        assertEquals(List.of(), errors(lab.primary, RESTORE.replace("RECOVERY", "NORECOVERY")));
        write("five");
        lab.run(lab.backup, "UPDATE mgc.dbo.tblChatMessage SET body = N'TWO' WHERE body = N'two'; DELETE FROM mgc.dbo.tblChatMessage WHERE id = 1");
        lab.backup.backupLog("mgc", "\\\\nas\\pchat\\2.trn", "agent");
        ServerError gap = assertThrows(ServerError.class, () -> lab.primary.restoreLog("mgc", "\\\\nas\\pchat\\2.trn", "agent"));
        assertEquals(4305, gap.number());
        lab.primary.restoreLog("mgc", "\\\\nas\\pchat\\1.trn", "agent");
        lab.primary.restoreLog("mgc", "\\\\nas\\pchat\\2.trn", "agent");
        ServerError old = assertThrows(ServerError.class, () -> lab.primary.restoreLog("mgc", "\\\\nas\\pchat\\1.trn", "agent"));
        assertEquals(4326, old.number());
        assertEquals(List.of(), errors(lab.primary, "RESTORE DATABASE mgc WITH RECOVERY"));
        assertEquals(List.of("TWO", "three", "four", "five"), messages(lab.primary));
    }

    @Test
    void writesTheHistoryOfARestore() throws Exception {
        lab.run(lab.backup, BACKUP);
        lab.run(lab.primary, RESTORE);
        RecordingReply.Result history = lab.run(
                        lab.primary,
                        "SELECT h.destination_database_name, h.replace, h.recovery, h.restore_type, s.server_name FROM msdb.dbo.restorehistory h "
                                + "JOIN msdb.dbo.backupset s ON s.backup_set_id = h.backup_set_id")
                .results()
                .get(0);
        assertEquals(List.of("mgc", true, true, "D", "SQLB\\RTC"), history.rows().get(0));
    }

    @Test
    void leavesItsMarkInTheJournalAsReadOrWrite() throws Exception {
        lab.run(lab.backup, BACKUP);
        lab.run(lab.backup, "RESTORE HEADERONLY FROM DISK = N'" + BAK + "'");
        lab.run(lab.backup, "CREATE LOGIN x WITH PASSWORD = N'secret ''1'");
        List<Journal.Entry> own = lab.journal.entries(e -> e.who().equals("test of the lab") && e.kind() != Journal.Kind.EVENT);
        assertEquals(List.of(Journal.Kind.WRITE, Journal.Kind.READ, Journal.Kind.WRITE), own.stream().map(Journal.Entry::kind).toList());
        assertEquals("CREATE LOGIN x WITH PASSWORD = '***'", own.get(2).text());
    }

    @Test
    void restoringOverAMirroredDatabaseIsRefused() throws Exception {
        lab.run(lab.backup, BACKUP);
        LabInstance mirror = lab.instance("SQLAM\\RTC", "SQLAM", "12.0.6024.0");
        lab.primary.mirrorWith("mgc", mirror, null);
        assertEquals(List.of(3104, 3013), errors(lab.primary, RESTORE));
        assertEquals(1443, lab.run(lab.primary, "ALTER DATABASE [mgc] SET PARTNER OFF").messages().get(0).number());
        assertEquals(List.of(1416, 5069), errors(lab.primary, "ALTER DATABASE [mgc] SET PARTNER OFF"));
        assertEquals("RESTORING", mirror.databaseState("mgc"));
        assertEquals(List.of(), errors(lab.primary, RESTORE));
    }
}
