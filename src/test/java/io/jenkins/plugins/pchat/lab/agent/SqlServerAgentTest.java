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

class SqlServerAgentTest {

    private static final String ON_SHARE = "shares/nas/pchat";

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
    void refusesToStartAJobWhileStopped() {
        lab.faults.arm(Fault.AGENT_STOPPED);
        assertError(22022, "LSBackup_mgc");
        lab.faults.disarm();
        lab.primaryAgent.stop();
        assertError(22022, "LSBackup_mgc");
        lab.primaryAgent.start();
        assertEquals(2, lab.primaryMsdb.rows("SELECT * FROM msdb.syssessions").size());
        assertError(14262, "unknown");
    }

    @Test
    void runsAJobWhenItsScheduleIsDue() throws Exception {
        Object schedule = lab.primary
                .msdb(
                        "sp_add_schedule",
                        "@schedule_name",
                        "s",
                        "@freq_type",
                        4,
                        "@freq_interval",
                        1,
                        "@freq_subday_type",
                        4,
                        "@freq_subday_interval",
                        15,
                        "@active_end_time",
                        235900)
                .outputs()
                .get("@schedule_id");
        lab.primary.msdb("sp_attach_schedule", "@job_name", "LSBackup_mgc", "@schedule_id", schedule);
        assertEquals(0, nextRun(), "a disabled job is not due");
        lab.primary.msdb("sp_update_job", "@job_name", "LSBackup_mgc", "@enabled", 1);
        assertEquals(31500, nextRun());

        lab.primaryAgent.tick();
        assertFalse(Files.exists(root.resolve(ON_SHARE).resolve("mgc_20260102031500.trn")));
        lab.primary.now = lab.primary.now.withHour(3).withMinute(15).withSecond(0);
        lab.primaryAgent.tick();
        assertTrue(lab.primaryAgent.idle(10));
        assertEquals(List.of("mgc_20260102031500.trn"), lab.files(ON_SHARE));
        assertEquals(33000, nextRun());
    }

    @Test
    void refusesAStepThatItDoesNotKnow() throws Exception {
        Object job =
                lab.primary.msdb("sp_add_job", "@job_name", "other").outputs().get("@job_id");
        lab.primary.msdb("sp_add_jobstep", "@job_id", job, "@step_name", "s", "@command", "SELECT 1");
        lab.primary.msdb("sp_add_jobserver", "@job_id", job);
        assertTrue(lab.run(lab.primary, "other").startsWith("The job failed."));
        assertEquals(1, lab.primary.msdb("sp_help_job", "@job_id", job).rows());
        lab.primary.msdb("sp_delete_job", "@job_id", job);
        assertTrue(lab.primaryMsdb
                .rows("SELECT * FROM msdb.sysjobhistory WHERE job_id = ?", job)
                .isEmpty());
    }

    private int nextRun() {
        return lab.primaryMsdb
                .row("SELECT next_run_time FROM msdb.sysjobschedules")
                .orElseThrow()
                .number("next_run_time");
    }

    private void assertError(int number, String job) {
        assertEquals(number, lab.primary.msdb("sp_start_job", "@job_name", job).error());
    }
}
