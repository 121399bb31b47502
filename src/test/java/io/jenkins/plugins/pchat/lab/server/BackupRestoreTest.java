package io.jenkins.plugins.pchat.lab.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupRestoreTest {

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
    void restoresEveryRowElsewhere() throws Exception {
        RecordingReply backup = lab.run(lab.backup, MgcLab.BACKUP);
        assertEquals(List.of(), backup.errors());
        List<Integer> numbers =
                backup.messages().stream().map(RecordingReply.Message::number).toList();
        assertEquals(3211, numbers.get(0));
        assertEquals(3014, numbers.get(numbers.size() - 1));
        assertEquals(20, numbers.stream().filter(n -> n == 3211).count());
        assertEquals(List.of(), lab.errors(lab.primary, MgcLab.RESTORE));
        assertEquals(List.of("one", "two", "three"), lab.messages(lab.primary));
        lab.primary.run("mgc", "INSERT INTO tblChatMessage (body) VALUES (N'four')");
        assertEquals(List.of("one", "two", "three", "four"), lab.messages(lab.primary));
    }

    @Test
    void tellsOfProgressOnlyWhenAsked() throws Exception {
        String disk = " DISK = N'" + MgcLab.BAK + "'";
        assertEquals(0, told("BACKUP DATABASE mgc TO" + disk));
        assertEquals(10, told("BACKUP DATABASE mgc TO" + disk + " WITH STATS"));
        assertEquals(0, told("RESTORE VERIFYONLY FROM" + disk));
    }

    private long told(String batch) throws Exception {
        return lab.run(lab.backup, batch).messages().stream()
                .filter(message -> message.number() == 3211)
                .count();
    }

    @Test
    void tellsWhatIsInTheFile() throws Exception {
        lab.run(lab.backup, MgcLab.BACKUP);
        RecordingReply.Result header = lab.run(lab.primary, "RESTORE HEADERONLY FROM DISK = N'" + MgcLab.BAK + "'")
                .results()
                .get(0);
        assertEquals(1, header.rows().size());
        assertEquals("mgc", header.value(0, "DatabaseName"));
        assertEquals("SQLB\\RTC", header.value(0, "ServerName"));
        assertEquals(true, header.value(0, "HasBackupChecksums"));
        assertEquals(true, header.value(0, "IsCopyOnly"));
        assertEquals(1, header.value(0, "BackupType"));
        RecordingReply.Result files = lab.run(lab.primary, "RESTORE FILELISTONLY FROM DISK = N'" + MgcLab.BAK + "'")
                .results()
                .get(0);
        assertEquals("mgc_log", files.value(1, "LogicalName"));
        assertEquals(
                3262,
                lab.run(lab.primary, "RESTORE VERIFYONLY FROM DISK = N'" + MgcLab.BAK + "' WITH CHECKSUM")
                        .messages()
                        .get(0)
                        .number());
        RecordingReply.Result row = lab.run(
                        lab.backup,
                        "SELECT s.type, s.is_copy_only, f.physical_device_name, s.first_lsn FROM msdb.dbo.backupset "
                                + "s JOIN msdb.dbo.backupmediafamily f "
                                + "ON f.media_set_id = s.media_set_id WHERE s.database_name = N'mgc'")
                .results()
                .get(0);
        assertEquals(MgcLab.BAK, row.value(0, "physical_device_name"));
        assertEquals(header.value(0, "FirstLSN"), row.value(0, "first_lsn"));
    }

    @Test
    void appendsASetUnlessToldOtherwise() throws Exception {
        lab.run(lab.backup, MgcLab.BACKUP.replace("INIT", "NOINIT"));
        lab.run(lab.backup, MgcLab.BACKUP.replace("INIT", "NOINIT"));
        assertEquals(
                2,
                lab.run(lab.primary, "RESTORE HEADERONLY FROM DISK = N'" + MgcLab.BAK + "'")
                        .results()
                        .get(0)
                        .rows()
                        .size());
        lab.run(lab.backup, MgcLab.BACKUP);
        assertEquals(
                1,
                lab.run(lab.primary, "RESTORE HEADERONLY FROM DISK = N'" + MgcLab.BAK + "'")
                        .results()
                        .get(0)
                        .rows()
                        .size());
    }

    @Test
    void writesTheHistoryOfARestore() throws Exception {
        lab.run(lab.backup, MgcLab.BACKUP);
        lab.run(lab.primary, MgcLab.RESTORE);
        RecordingReply.Result history = lab.run(
                        lab.primary,
                        "SELECT h.destination_database_name, h.replace, h.recovery, h.restore_type, s.server_name "
                                + "FROM msdb.dbo.restorehistory h "
                                + "JOIN msdb.dbo.backupset s ON s.backup_set_id = h.backup_set_id")
                .results()
                .get(0);
        assertEquals(
                List.of("mgc", true, true, "D", "SQLB\\RTC"), history.rows().get(0));
    }

    @Test
    void leavesItsMarkInTheJournalAsReadOrWrite() throws Exception {
        lab.run(lab.backup, MgcLab.BACKUP);
        lab.run(lab.backup, "RESTORE HEADERONLY FROM DISK = N'" + MgcLab.BAK + "'");
        lab.run(lab.backup, "CREATE LOGIN x WITH PASSWORD = N'secret ''1'");
        List<Journal.Entry> own =
                lab.journal.entries(e -> e.who().equals("test of the lab") && e.kind() != Journal.Kind.EVENT);
        assertEquals(
                List.of(Journal.Kind.WRITE, Journal.Kind.READ, Journal.Kind.WRITE),
                own.stream().map(Journal.Entry::kind).toList());
        assertEquals("CREATE LOGIN x WITH PASSWORD = '***'", own.get(2).text());
    }

    @Test
    void noticesDamage() throws Exception {
        lab.faults.arm(Fault.BACKUP_DAMAGED);
        assertEquals(List.of(), lab.errors(lab.backup, MgcLab.BACKUP));
        assertEquals(
                List.of(3189, 3013),
                lab.errors(lab.primary, "RESTORE VERIFYONLY FROM DISK = N'" + MgcLab.BAK + "' WITH CHECKSUM"));
        assertEquals(List.of(3183, 3013), lab.errors(lab.primary, MgcLab.RESTORE));
        assertEquals("RESTORING", lab.primary.databaseState("mgc"));
        assertEquals(
                927,
                assertThrows(ServerError.class, () -> lab.session(lab.primary).use("mgc"))
                        .number());
    }
}
