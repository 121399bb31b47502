package io.jenkins.plugins.pchat.lab.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogShippingProceduresTest {

    @TempDir
    Path root;

    private LogShippingLab lab;

    @BeforeEach
    void start() throws Exception {
        lab = new LogShippingLab(root);
    }

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void registersThePrimaryWithADisabledJobAndTheDefaults() {
        SmallInstance.Result result = lab.addPrimary(0);

        assertEquals(0, result.returned(), result.text());
        Msdb.Row row = lab.primaryMsdb
                .row("SELECT * FROM msdb.log_shipping_primary_databases")
                .orElseThrow();
        assertEquals(2, row.number("backup_compression"));
        assertEquals("SQLA\\RTC", row.text("monitor_server"));
        assertEquals(result.outputs().get("@primary_id"), row.id("primary_id"));
        Msdb.Row job = lab.primaryMsdb
                .row(
                        "SELECT * FROM msdb.sysjobs WHERE job_id = ?",
                        result.outputs().get("@backup_job_id"))
                .orElseThrow();
        assertEquals(0, job.number("enabled"));
        assertEquals(AgentTables.LOG_SHIPPING, job.number("category_id"));
        Msdb.Row monitor = lab.primaryMsdb
                .row("SELECT * FROM msdb.log_shipping_monitor_primary")
                .orElseThrow();
        assertEquals(60, monitor.number("backup_threshold"));
        assertEquals(14420, monitor.number("threshold_alert"));
        assertEquals(0, monitor.number("threshold_alert_enabled"));
        assertEquals(14420, monitor.number("history_retention_period"));
    }

    @Test
    void refusesASecondPrimaryEntryUnlessToldToOverwrite() {
        Object first = lab.addPrimary(0).outputs().get("@primary_id");

        assertError(32009, lab.addPrimary(0));
        SmallInstance.Result again = lab.addPrimary(1);
        assertEquals(0, again.returned(), again.text());
        assertNotEquals(first, again.outputs().get("@primary_id"));
        assertEquals(1, lab.primaryMsdb.rows("SELECT name FROM msdb.sysjobs").size());
    }

    @Test
    void refusesAPrimaryThatIsNotOnlineOrSimple() {
        lab.primary.state = "RESTORING";
        assertError(32008, lab.addPrimary(0));
        lab.primary.state = "ONLINE";
        lab.primary.recoveryModel = "SIMPLE";
        assertError(32015, lab.addPrimary(0));
    }

    @Test
    void refusesAJobNameThatIsTaken() {
        lab.primary.msdb("sp_add_job", "@job_name", "LSBackup_mgc");
        assertError(32022, lab.addPrimary(1));
    }

    @Test
    void isForSysadminInMasterOnly() {
        assertError(21089, lab.primary.callAs("master", false, "sp_add_log_shipping_alert_job"));
        assertError(5001, lab.primary.callAs("mgc", true, "sp_add_log_shipping_alert_job"));
    }

    @Test
    void keepsThePrimaryWhileSecondariesAreRegistered() {
        assertError(
                32010,
                lab.primary.call(
                        "sp_add_log_shipping_primary_secondary",
                        "@primary_database",
                        "mgc",
                        "@secondary_server",
                        "SQLB\\RTC",
                        "@secondary_database",
                        "mgc"));
        lab.configure();
        assertError(
                32012,
                lab.primary.call(
                        "sp_add_log_shipping_primary_secondary",
                        "@primary_database",
                        "mgc",
                        "@secondary_server",
                        "SQLB\\RTC",
                        "@secondary_database",
                        "mgc"));
        assertError(32011, lab.primary.call("sp_delete_log_shipping_primary_database", "@database", "mgc"));
        lab.primary.call(
                "sp_delete_log_shipping_primary_secondary",
                "@primary_database",
                "mgc",
                "@secondary_server",
                "SQLB\\RTC",
                "@secondary_database",
                "mgc");
        assertEquals(
                0,
                lab.primary
                        .call("sp_delete_log_shipping_primary_database", "@database", "mgc")
                        .returned());
        assertError(32010, lab.primary.call("sp_delete_log_shipping_primary_database", "@database", "mgc"));
        assertTrue(lab.primaryMsdb.rows("SELECT name FROM msdb.sysjobs").isEmpty());
    }

    @Test
    void changesWhatIsThere() {
        lab.configure();
        lab.primary.call(
                "sp_change_log_shipping_primary_database",
                "@database",
                "mgc",
                "@backup_retention_period",
                5000,
                "@backup_threshold",
                70);
        assertEquals(
                5000,
                lab.primaryMsdb
                        .row("SELECT * FROM msdb.log_shipping_primary_databases")
                        .orElseThrow()
                        .number("backup_retention_period"));
        assertEquals(
                70,
                lab.primaryMsdb
                        .row("SELECT * FROM msdb.log_shipping_monitor_primary")
                        .orElseThrow()
                        .number("backup_threshold"));
    }

    @Test
    void makesOneAlertJobAndTellsTheStatus() {
        Object job = lab.primary.call("sp_add_log_shipping_alert_job").outputs().get("@alert_job_id");
        assertEquals(
                job, lab.primary.call("sp_add_log_shipping_alert_job").outputs().get("@alert_job_id"));
        assertEquals(
                1,
                lab.primaryMsdb
                        .row("SELECT enabled FROM msdb.sysjobs WHERE job_id = ?", job)
                        .orElseThrow()
                        .number("enabled"));
        lab.configure();
        assertEquals(1, lab.primary.call("sp_help_log_shipping_monitor").rows());
        assertEquals(
                1,
                lab.primary
                        .call("sp_help_log_shipping_primary_database", "@database", "mgc")
                        .rows());
        assertEquals(
                1,
                lab.primary
                        .call("sp_help_log_shipping_primary_secondary", "@primary_database", "mgc")
                        .rows());
        assertEquals(
                1,
                lab.secondary
                        .call("sp_help_log_shipping_secondary_database", "@secondary_database", "mgc")
                        .rows());
        assertEquals(
                1,
                lab.secondary
                        .call(
                                "sp_help_log_shipping_secondary_primary",
                                "@primary_server",
                                "SQLA\\RTC",
                                "@primary_database",
                                "mgc")
                        .rows());
    }

    private static void assertError(int number, SmallInstance.Result result) {
        assertEquals(number, result.error(), result.text());
        assertEquals(1, result.returned());
    }
}
