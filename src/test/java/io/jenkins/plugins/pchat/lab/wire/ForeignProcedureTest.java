package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.server.LabInstance;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator with tsql, who has none of our code, walks through the procedure. */
class ForeignProcedureTest {

    private static final String BAK = "DISK = N'\\\\nas\\pchat\\mgc.bak'";

    @TempDir
    Path folder;

    private ForeignLab lab;

    @BeforeEach
    void start() throws Exception {
        lab = new ForeignLab(folder);
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
    }

    /** The numbers of the messages and errors in the order in which tsql prints them. */
    private static List<Integer> numbers(String output) {
        return Pattern.compile("Msg (\\d+) \\(")
                .matcher(output)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private void handOver() throws Exception {
        String output = lab.tsql(
                lab.backup, "BACKUP DATABASE mgc TO " + BAK + " WITH CHECKSUM, INIT, STATS = 50, NAME = N'hand-over'");
        assertEquals(List.of(3211, 3211, 4035, 4035, 3014), numbers(output), output);
        output = lab.tsql(
                lab.primary,
                "RESTORE VERIFYONLY FROM " + BAK + " WITH CHECKSUM\ngo\nRESTORE DATABASE mgc FROM " + BAK
                        + " WITH REPLACE, RECOVERY, STATS = 50\ngo\nSELECT s FROM mgc.dbo.t");
        assertEquals(List.of(3262, 3211, 3211, 4035, 4035, 3014), numbers(output), output);
        assertTrue(output.contains("é\u4e2d"), output);
    }

    @Test
    void mirroringIsRemovedOnceAndThenIsNot() throws Exception {
        lab.backup.mirrorWith("mgc", lab.primary, null);
        String off = "ALTER DATABASE mgc SET PARTNER OFF";
        String output = lab.tsql(
                lab.backup,
                "SELECT mirroring_role_desc FROM sys.database_mirroring WHERE database_id = DB_ID('mgc')\ngo\n" + off
                        + "\ngo\n" + off);
        assertTrue(output.contains("PRINCIPAL"), output);
        assertEquals(List.of(1443, 1416, 5069), numbers(output), output);
    }

    @Test
    void theDatabaseIsHandedOverAndMsdbTellsOfIt() throws Exception {
        handOver();
        String output = lab.tsql(
                lab.backup,
                "SELECT name, type, has_backup_checksums FROM msdb.dbo.backupset WHERE database_name = 'mgc'");
        assertTrue(output.contains("hand-over\tD\t1"), output);
        output = lab.tsql(
                lab.primary,
                "SELECT destination_database_name, restore_type, replace, recovery FROM msdb.dbo.restorehistory");
        assertTrue(output.contains("mgc\tD\t1\t1"), output);
    }

    @Test
    void whatFailsSaysWhyAndThenThatItFailed() throws Exception {
        String output = lab.tsql(lab.backup, "BACKUP DATABASE mgc TO DISK = N'Z:\\x.bak'");
        assertTrue(output.contains("Operating system error 3("), output);
        assertEquals(List.of(3201, 3013), numbers(output), output);
        handOver();
        try (var busy = lab.jdbc(lab.primary)) {
            busy.setCatalog("mgc");
            output = lab.tsql(lab.primary, "RESTORE DATABASE mgc FROM " + BAK + " WITH REPLACE");
            assertEquals(List.of(3101, 3013), numbers(output), output);
        }
        output = lab.tsql(
                lab.primary,
                "RESTORE DATABASE mgc FROM " + BAK
                        + " WITH REPLACE, NORECOVERY\ngo\nUSE mgc\ngo\nALTER DATABASE mgc SET MULTI_USER");
        assertEquals(List.of(4035, 4035, 3014, 927, 5052, 5069), numbers(output), output);
    }

    @Test
    void aSessionIsSeenAndKilled() throws Exception {
        try (var victim = lab.jdbc(lab.backup)) {
            victim.setCatalog("mgc");
            String output = lab.tsql(
                    lab.backup,
                    "DECLARE @id int, @kill nvarchar(20)\n"
                            + "SELECT @id = session_id FROM sys.dm_exec_sessions WHERE database_id = DB_ID('mgc')\n"
                            + "SET @kill = N'KILL ' + CAST(@id AS nvarchar(10))\nEXEC (@kill)\ngo\nKILL 32000");
            assertEquals(List.of(6106), numbers(output), output);
            assertFalse(victim.isValid(10));
        }
    }

    @Test
    void aWholeCycleOfLogShippingRuns() throws Exception {
        handOver();
        String init = "DISK = N'\\\\nas\\pchat\\init.bak'";
        lab.tsql(lab.primary, "BACKUP DATABASE mgc TO " + init + " WITH INIT, CHECKSUM");
        lab.tsql(lab.backup, "RESTORE DATABASE mgc FROM " + init + " WITH REPLACE, NORECOVERY");
        String output = lab.tsql(
                lab.primary,
                "EXEC master.dbo.sp_add_log_shipping_primary_database @database = N'mgc', @backup_directory = N'\\\\nas\\pchat',"
                        + " @backup_share = N'\\\\nas\\pchat', @backup_job_name = N'LSBackup', @backup_retention_period = 4320\ngo\n"
                        + "EXEC master.dbo.sp_add_log_shipping_primary_secondary @primary_database = N'mgc',"
                        + " @secondary_server = N'SQLB\\RTC', @secondary_database = N'mgc'");
        assertEquals(List.of(), numbers(output), output);
        output = lab.tsql(
                lab.backup,
                "EXEC master.dbo.xp_create_subdir N'D:\\Copies'\ngo\n"
                        + "EXEC master.dbo.sp_add_log_shipping_secondary_primary @primary_server = N'SQLA\\RTC', @primary_database = N'mgc',"
                        + " @backup_source_directory = N'\\\\nas\\pchat', @backup_destination_directory = N'D:\\Copies',"
                        + " @copy_job_name = N'LSCopy', @restore_job_name = N'LSRestore'\ngo\n"
                        + "EXEC master.dbo.sp_add_log_shipping_secondary_database @secondary_database = N'mgc',"
                        + " @primary_server = N'SQLA\\RTC', @primary_database = N'mgc', @restore_threshold = 45");
        assertEquals(List.of(), numbers(output), output);
        runs(lab.primary, "LSBackup");
        runs(lab.backup, "LSCopy");
        runs(lab.backup, "LSRestore");
        output = lab.tsql(
                lab.backup, "SELECT last_copied_file, last_restored_file FROM msdb.dbo.log_shipping_monitor_secondary");
        assertTrue(output.matches("(?s).*(D:\\\\Copies\\\\mgc_\\d{14}\\.trn)\t\\1.*"), output);
        output = lab.tsql(lab.backup, "SELECT state_desc FROM sys.databases WHERE name = 'mgc'");
        assertTrue(output.contains("RESTORING"), output);
    }

    /** Starts a job and waits within the batch, as an administrator's script does, until its outcome is in the history. */
    private void runs(LabInstance instance, String job) throws Exception {
        String output = lab.tsql(
                instance,
                "EXEC msdb.dbo.sp_start_job @job_name = N'" + job + "'\nDECLARE @left int = 600\n"
                        + "WHILE @left > 0 AND NOT EXISTS (SELECT * FROM msdb.dbo.sysjobhistory h JOIN msdb.dbo.sysjobs j"
                        + " ON j.job_id = h.job_id WHERE j.name = N'" + job + "' AND h.step_id = 0)\n"
                        + "BEGIN SET @left -= 1 WAITFOR DELAY '00:00:00.050' END\n"
                        + "SELECT N'outcome', h.run_status FROM msdb.dbo.sysjobhistory h JOIN msdb.dbo.sysjobs j"
                        + " ON j.job_id = h.job_id WHERE j.name = N'" + job + "' AND h.step_id = 0");
        assertTrue(output.contains("outcome\t1"), job + ": " + output);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "request", "require"})
    void tsqlLogsInWithAndWithoutEncryption(String encryption) throws Exception {
        String output = lab.tsql(
                lab.backup,
                ForeignLab.USER,
                encryption,
                "SELECT encrypt_option FROM sys.dm_exec_connections WHERE session_id = @@SPID");
        assertTrue(output.contains(encryption.equals("require") ? "TRUE" : "FALSE"), output);
    }

    @Test
    void aWindowsAccountLogsIn() throws Exception {
        String who = "SELECT SUSER_SNAME(), auth_scheme FROM sys.dm_exec_connections WHERE session_id = @@SPID";
        String output = lab.tsql(lab.backup, ForeignLab.WINDOWS_USER, "request", who);
        assertTrue(output.contains(ForeignLab.WINDOWS_USER + "\tNTLM"), output);
    }
}
