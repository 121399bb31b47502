package io.jenkins.plugins.pchat.lab.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondaryProceduresTest {

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
    void wantsTheSecondaryPrimaryBeforeTheSecondaryDatabase() {
        assertError(32023, lab.addSecondaryDatabase(0));
        assertEquals(0, lab.addSecondaryPrimary(0).returned());
        assertError(32024, lab.addSecondaryPrimary(0));
        assertEquals(0, lab.addSecondaryDatabase(0).returned());
        assertError(32013, lab.addSecondaryDatabase(0));
        assertEquals(0, lab.addSecondaryPrimary(1).returned());
        assertEquals(0, lab.addSecondaryDatabase(1).returned());
        assertEquals(2, lab.secondaryMsdb.rows("SELECT name FROM msdb.sysjobs").size());
    }

    @Test
    void givesTheSecondaryDatabaseItsDefaults() {
        lab.configure();
        Msdb.Row row = lab.secondaryMsdb
                .row("SELECT * FROM msdb.log_shipping_secondary_databases")
                .orElseThrow();
        assertEquals(0, row.number("restore_delay"));
        assertEquals(1, row.number("restore_all"));
        assertEquals(0, row.number("restore_mode"));
        Msdb.Row monitor = lab.secondaryMsdb
                .row("SELECT * FROM msdb.log_shipping_monitor_secondary")
                .orElseThrow();
        assertEquals(45, monitor.number("restore_threshold"));
        assertEquals(14421, monitor.number("threshold_alert"));
        assertEquals(1, monitor.number("threshold_alert_enabled"));
    }

    @Test
    void removesTheJobsWithTheLastSecondaryDatabase() {
        lab.configure();
        assertEquals(
                0,
                lab.secondary
                        .call("sp_delete_log_shipping_secondary_database", "@secondary_database", "mgc")
                        .returned());
        assertTrue(lab.secondaryMsdb.rows("SELECT name FROM msdb.sysjobs").isEmpty());
        assertTrue(lab.secondaryMsdb
                .rows("SELECT * FROM msdb.log_shipping_secondary")
                .isEmpty());
        assertError(
                32014, lab.secondary.call("sp_delete_log_shipping_secondary_database", "@secondary_database", "mgc"));
        assertError(
                32025,
                lab.secondary.call(
                        "sp_delete_log_shipping_secondary_primary",
                        "@primary_server",
                        "SQLA\\RTC",
                        "@primary_database",
                        "mgc"));
    }

    @Test
    void saysThatItDoesNotSimulateStandbyOrRemoteMonitors() {
        lab.addSecondaryPrimary(0);
        assertEquals(
                40000,
                lab.secondary
                        .call(
                                "sp_add_log_shipping_secondary_database",
                                "@secondary_database",
                                "mgc",
                                "@primary_server",
                                "SQLA\\RTC",
                                "@primary_database",
                                "mgc",
                                "@restore_threshold",
                                45,
                                "@restore_mode",
                                1)
                        .error());
        assertEquals(
                40000,
                lab.primary
                        .call("sp_add_log_shipping_primary_database", "@database", "mgc", "@monitor_server", "MON")
                        .error());
    }

    private static void assertError(int number, SmallInstance.Result result) {
        assertEquals(number, result.error(), result.text());
        assertEquals(1, result.returned());
    }
}
