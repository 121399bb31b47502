package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statements that configure log shipping: complete, in order, only those that are needed. */
class LogShippingStatementsTest {

    private final ScriptedShipping lab = new ScriptedShipping();
    private final Runs runs = new Runs();

    @Test
    void passesEveryDocumentedParameterWithManagementStudiosDefaults() throws Exception {
        runs.run(lab.operation());

        var primary = ScriptedEnd.arguments(lab.primary.session.executed().get(3));
        assertEquals("4320", primary.get("backup_retention_period"));
        assertEquals("2", primary.get("backup_compression"));
        assertEquals("60", primary.get("backup_threshold"));
        assertEquals("14420", primary.get("threshold_alert"));
        assertEquals("1", primary.get("threshold_alert_enabled"));
        assertEquals("5760", primary.get("history_retention_period"));
        assertEquals("LSBackup_mgc", primary.get("backup_job_name"));
        var schedule = ScriptedEnd.arguments(lab.primary.session.executed().get(4));
        assertEquals("LSBackupSchedule_SQLA\\RTC1", schedule.get("schedule_name"));
        assertEquals("15", schedule.get("freq_subday_interval"));
        assertEquals("235900", schedule.get("active_end_time"));
        assertEquals("20260102", schedule.get("active_start_date"));
        var database = lab.secondary.database;
        assertEquals("0", database.get("restore_mode"));
        assertEquals("0", database.get("disconnect_users"));
        assertEquals("1", database.get("restore_all"));
        assertEquals("0", database.get("restore_delay"));
        assertEquals("45", database.get("restore_threshold"));
        assertEquals("14421", database.get("threshold_alert"));
        assertEquals("4320", lab.secondary.entry.get("file_retention_period"));
        assertEquals("SQLA\\RTC", lab.secondary.entry.get("primary_server"));
    }

    @Test
    void looksAtEachReturnCode() throws Exception {
        runs.run(lab.operation());
        for (String sql : lab.executed()) {
            if (sql.contains("sp_")) {
                assertTrue(sql.contains("EXEC @rc = "), sql);
                assertEquals(
                        sql.split("EXEC @rc = ", -1).length, sql.split("IF ISNULL\\(@rc, 1\\) <> 0", -1).length, sql);
                assertFalse(sql.contains("THROW"), sql);
            }
        }
    }

    @Test
    void takesTheInitialBackupIntoTheChainAndRestoresItToTheSecondarysOwnFiles() throws Exception {
        lab.secondary.server.dataFile = "D:\\Data\\mgc.mdf";
        runs.run(lab.operation());

        String backup = lab.primary.session.executed().get(2);
        assertFalse(backup.contains("COPY_ONLY"), backup);
        assertTrue(backup.contains("\\mgc_lsinit_20260102_030405.bak"), backup);
        assertTrue(backup.contains("CHECKSUM"), backup);
        String restore = lab.secondary.session.executed().get(1);
        assertTrue(
                restore.startsWith("USE [mgc];\nALTER DATABASE [mgc] SET SINGLE_USER WITH ROLLBACK IMMEDIATE;"),
                restore);
        assertTrue(restore.contains("REPLACE, NORECOVERY"), restore);
        assertTrue(restore.contains("MOVE N'mgc_data' TO N'D:\\Data\\mgc.mdf'"), restore);
    }

    @Test
    void refusesWhatIsConfiguredOtherwise() throws Exception {
        runs.run(lab.operation());
        lab.settings = with(LogShippingSettings.OnExisting.FAIL, 5000);
        int executed = lab.executed().size();
        Failure failure = runs.fails(lab.operation());
        assertTrue(failure.getMessage().contains("guard existing-log-shipping"), failure.getMessage());
        assertTrue(failure.getMessage().contains("backup retention is 4320, wanted 5000"), failure.getMessage());
        assertEquals(executed, lab.executed().size());
    }

    @Test
    void replacesWhatIsConfiguredOtherwiseWhenAskedTo() throws Exception {
        runs.run(lab.operation());
        lab.settings = with(LogShippingSettings.OnExisting.REPLACE, 5000);
        int executed = lab.primary.session.executed().size();
        runs.run(lab.operation());
        assertEquals("5000", lab.primary.entry.get("backup_retention_period"));
        List<String> second = ConfigureLogShippingTest.kinds(lab.primary.session.executed())
                .subList(executed, lab.primary.session.executed().size());
        assertEquals(
                List.of(
                        "sp_delete_log_shipping_primary_secondary",
                        "sp_delete_log_shipping_primary_database",
                        "sp_add_log_shipping_primary_database"),
                second.subList(0, 3));
    }

    @Test
    void completesAPartialRegistration() throws Exception {
        runs.run(lab.operation());
        lab.primary.schedules.clear();
        lab.secondary.enabled.put("copy", false);
        lab.secondary.database = null;
        int primary = lab.primary.session.executed().size();
        int secondary = lab.secondary.session.executed().size();

        assertTrue(runs.run(lab.operation()).changed());
        assertEquals(
                List.of("sp_attach_schedule", "sp_start_job"),
                ConfigureLogShippingTest.kinds(lab.primary.session.executed()).subList(primary, primary + 2));
        assertEquals(
                List.of(
                        "xp_create_subdir",
                        "sp_add_log_shipping_secondary_database",
                        "sp_update_job",
                        "sp_start_job",
                        "sp_start_job"),
                ConfigureLogShippingTest.kinds(lab.secondary.session.executed())
                        .subList(secondary, lab.secondary.session.executed().size()));
    }

    @Test
    void deletesJobsThatAnEarlierConfigurationLeft() throws Exception {
        lab.secondary.strangers.add(row("job_id", "x", "name", "LSCopy_SQLA\\RTC_mgc", "category", "Log Shipping"));
        runs.run(lab.operation());
        assertTrue(lab.secondary.session.executed().stream().anyMatch(sql -> sql.contains("sp_delete_job")));
    }

    private static LogShippingSettings with(LogShippingSettings.OnExisting policy, int retention) {
        LogShippingSettings d = LogShippingSettings.defaults();
        var backup = new LogShippingSettings.Backup(
                15, retention, 60, Compression.DEFAULT, d.backup().jobName());
        return new LogShippingSettings(backup, d.copy(), d.restore(), true, 5760, 60, policy);
    }

    @Test
    void doesNotTakeOverAConfigurationWithAnotherMonitorServer() throws Exception {
        runs.run(lab.operation());
        lab.secondary.monitor = "MONITOR";
        int executed = lab.executed().size();
        Failure failure = runs.fails(lab.operation());
        assertTrue(failure.getMessage().contains("monitor server is MONITOR, wanted SQLB\\RTC"), failure.getMessage());
        assertEquals(executed, lab.executed().size());
    }

    @Test
    void makesARegistrationWhoseJobWasDeletedAnew() throws Exception {
        runs.run(lab.operation());
        lab.secondary.enabled.remove("restore");
        int executed = lab.secondary.session.executed().size();
        assertTrue(runs.run(lab.operation()).changed());
        List<String> second = ConfigureLogShippingTest.kinds(lab.secondary.session.executed());
        assertEquals(
                List.of(
                        "sp_delete_log_shipping_secondary_database",
                        "sp_delete_log_shipping_secondary_primary",
                        "xp_create_subdir",
                        "sp_add_log_shipping_secondary_primary"),
                second.subList(executed, executed + 4));
    }

    @Test
    void followsItsOwnBackupThatStillRuns() throws Exception {
        String earlier = ScriptedShipping.SHARE + "\\mgc_lsinit_20260102_030000.bak";
        lab.primary.server.running.add(row("session_id", 51, "command", "BACKUP DATABASE", "percent_complete", 50.0));
        lab.primary.server.running.add(row("session_id", 51, "command", "BACKUP DATABASE", "percent_complete", 90.0));
        lab.primary.session.answer("sys.dm_exec_requests", p -> {
            if (lab.primary.server.running.isEmpty()) {
                if (lab.primary.server.backups.isEmpty()) {
                    lab.backedUp("pchat-failback " + ScriptedShipping.ID, earlier);
                }
                return List.of();
            }
            return List.of(lab.primary.server.running.remove(0));
        });
        runs.run(lab.operation());
        assertFalse(lab.executed().stream().anyMatch(sql -> sql.startsWith("BACKUP DATABASE")), "no second backup");
        assertTrue(lab.secondary.session.executed().get(1).contains(earlier));
    }

    @Test
    void initialisesAnewWhenReplacingIsAskedForAndTheChainIsBroken() throws Exception {
        runs.run(lab.operation());
        lab.secondary.lastRestored = null;
        lab.primary.server.backups.clear();
        lab.backedUp("pchat-failback another-operation", "\\\\nas\\pchat\\old.bak");
        lab.settings = with(LogShippingSettings.OnExisting.REPLACE, 4320);
        int executed = lab.secondary.session.executed().size();
        runs.run(lab.operation());
        assertTrue(lab.secondary.session.executed().stream()
                .skip(executed)
                .anyMatch(sql -> sql.contains("RESTORE DATABASE")));
    }
}
