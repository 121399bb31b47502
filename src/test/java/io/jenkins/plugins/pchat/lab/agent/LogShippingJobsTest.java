package io.jenkins.plugins.pchat.lab.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogShippingJobsTest {

    private static final String ON_SHARE = "shares/nas/pchat";
    private static final String ON_SECONDARY = "hosts/sqlb/D/LogShipping";

    @TempDir
    Path root;

    private LogShippingLab lab;

    @BeforeEach
    void start() throws Exception {
        lab = new LogShippingLab(root);
        lab.configure();
    }

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void backsUpCopiesAndRestores() throws Exception {
        lab.backup();
        lab.copy();
        String outcome = lab.restore();

        assertTrue(outcome.startsWith("The job succeeded."), outcome);
        assertEquals(List.of("mgc_20260102030405.trn"), lab.files(ON_SHARE));
        assertEquals(List.of("mgc_20260102030405.trn"), lab.files(ON_SECONDARY));
        assertEquals(1, lab.secondary.logEnd);
        assertEquals(
                "\\\\nas\\pchat\\mgc_20260102030405.trn",
                lab.primaryMsdb
                        .row("SELECT * FROM msdb.log_shipping_monitor_primary")
                        .orElseThrow()
                        .text("last_backup_file"));
        Msdb.Row monitor = lab.secondaryMsdb
                .row("SELECT * FROM msdb.log_shipping_monitor_secondary")
                .orElseThrow();
        assertEquals("D:\\LogShipping\\mgc_20260102030405.trn", monitor.text("last_copied_file"));
        assertEquals("D:\\LogShipping\\mgc_20260102030405.trn", monitor.text("last_restored_file"));
        assertEquals(0, monitor.number("last_restored_latency"));
    }

    @Test
    void givesEachLogBackupANameOfItsOwn() throws Exception {
        lab.backup();
        lab.backup();
        assertEquals(List.of("mgc_20260102030405.trn", "mgc_20260102030406.trn"), lab.files(ON_SHARE));
    }

    @Test
    void skipsLogBackupsThatAreOlderThanTheDatabase() throws Exception {
        lab.backup();
        lab.primary.logEnd = 5;
        lab.secondary.logEnd = 4;
        lab.backup();
        lab.copy();
        assertTrue(lab.restore().startsWith("The job succeeded."));
        assertEquals(6, lab.secondary.logEnd);
    }

    @Test
    void warnsWhenNothingCouldBeRestored() throws Exception {
        lab.restore();
        assertEquals(4, lastStatus(2));
        assertTrue(lab.secondaryMsdb
                .rows("SELECT * FROM msdb.log_shipping_monitor_error_detail")
                .isEmpty());
    }

    @Test
    void failsOnAGap() throws Exception {
        lab.backup();
        lab.backup();
        Files.delete(root.resolve(ON_SHARE).resolve("mgc_20260102030405.trn"));
        lab.copy();
        assertTrue(lab.restore().startsWith("The job failed."));
        assertEquals(3, lastStatus(2));
        String error = lab.secondaryMsdb
                .row("SELECT message FROM msdb.log_shipping_monitor_error_detail")
                .orElseThrow()
                .text("message");
        assertTrue(error.contains("4305"), error);
    }

    @Test
    void failsToCopyWhenTheAgentMayNotReadTheShare() throws Exception {
        lab.backup();
        lab.faults.arm(Fault.AGENT_SHARE_DENIED);
        lab.copy();
        assertEquals(3, lastStatus(1));
        assertEquals(List.of(), lab.files(ON_SECONDARY));
    }

    @Test
    void failsWhenTheShareIsGoneOrTheFolderIsMissing() throws Exception {
        lab.backup();
        Files.delete(root.resolve(ON_SECONDARY));
        lab.copy();
        assertEquals(3, lastStatus(1));
        lab.faults.arm(Fault.SHARE_GONE);
        assertTrue(lab.run(lab.primary, "LSBackup_mgc").startsWith("The job failed."));
    }

    @Test
    void deletesLogBackupsOfThatDatabaseOnlyAfterTheRetention() throws Exception {
        Files.writeString(root.resolve(ON_SHARE).resolve("mgc_failback_20260102_030405.bak"), "x");
        Files.writeString(root.resolve(ON_SHARE).resolve("other_20260102030405.trn"), "x");
        lab.backup();
        lab.primary.now = lab.primary.now.plusMinutes(4321);
        lab.backup();
        assertEquals(
                List.of("mgc_20260105030505.trn", "mgc_failback_20260102_030405.bak", "other_20260102030405.trn"),
                lab.files(ON_SHARE));
    }

    @Test
    void leavesAnAlertInTheJournalWhenTheBackupIsOverdue() throws Exception {
        lab.primary.call("sp_change_log_shipping_primary_database", "@database", "mgc", "@threshold_alert_enabled", 1);
        lab.primary.call("sp_add_log_shipping_alert_job");
        lab.backup();
        lab.primary.now = lab.primary.now.plusMinutes(61);
        assertTrue(lab.run(lab.primary, "LSAlert_SQLA\\RTC").startsWith("The job succeeded."));
        assertFalse(lab.journal.entries(entry -> entry.text().contains("14420")).isEmpty());
    }

    private int lastStatus(int agentType) {
        List<Msdb.Row> rows = lab.secondaryMsdb.rows(
                "SELECT session_status FROM msdb.log_shipping_monitor_history_detail WHERE agent_type = ?", agentType);
        return rows.get(rows.size() - 1).number("session_status");
    }
}
