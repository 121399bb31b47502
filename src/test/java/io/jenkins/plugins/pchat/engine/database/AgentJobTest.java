package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AgentJobTest {

    private final ScriptedShipping lab = new ScriptedShipping();
    private final AtomicInteger waited = new AtomicInteger();

    private AgentJob job(Pause pause) {
        LogShippingNames names = LogShippingNames.of("SQLA\\RTC", "SQLB\\RTC", "mgc", LogShippingSettings.defaults());
        return new AgentJob(lab.primary.session, "SQLA\\RTC", AgentSql.Job.backup(names), "LSBackup_mgc", 0, pause, 1);
    }

    private void ended(int instance, int status) {
        lab.primary.history.add(row(
                "instance_id",
                instance,
                "step_id",
                0,
                "step_name",
                "(Job outcome)",
                "run_status",
                status,
                "message",
                "outcome"));
    }

    @Test
    void waitsForTheRunThatItAskedFor() throws Exception {
        ended(1, 0);
        lab.primary.session.effect("sp_start_job", (sql, c) -> {});
        job(seconds -> {
                    if (waited.incrementAndGet() == 3) {
                        ended(2, 1);
                    }
                })
                .run("primary-id", Console.SILENT);
        assertEquals(3, waited.get(), "the failed run from before does not count");
    }

    @Test
    void givesUpInTime() {
        lab.primary.session.effect("sp_start_job", (sql, c) -> {});
        Failure failure = assertThrows(
                Failure.class, () -> job(seconds -> waited.addAndGet(seconds)).run("primary-id", Console.SILENT));
        assertEquals(Failure.Code.TIMEOUT, failure.code());
        assertEquals(60, waited.get());
    }

    @Test
    void waitsForARunOnScheduleAndStartsThenItsOwn() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        lab.primary.session.effect("sp_start_job", (sql, c) -> {
            if (starts.incrementAndGet() == 1) {
                throw ScriptedShipping.refusedStart();
            }
            ended(2, 1);
        });
        job(seconds -> ended(1, 1)).run("primary-id", Console.SILENT);
        assertEquals(2, starts.get());
    }

    @Test
    void asksForErrorsOfItsOwnRunOnly() throws Exception {
        LocalDateTime[] asked = new LocalDateTime[1];
        lab.primary.session.effect("sp_start_job", (sql, c) -> ended(1, 1));
        lab.primary.session.answer("error_detail", p -> {
            asked[0] = (LocalDateTime) p[2];
            return List.of();
        });
        job(seconds -> {}).run("primary-id", Console.SILENT);
        assertEquals(ScriptedServer.NOW, asked[0], "the server's time just before the start");
    }

    @Test
    void doesNotWaitForEverForARunOnSchedule() {
        lab.primary.session.fail("sp_start_job", ScriptedShipping.refusedStart());
        Failure failure = assertThrows(
                Failure.class, () -> job(seconds -> waited.addAndGet(seconds)).run("primary-id", Console.SILENT));
        assertEquals(22022, failure.sqlNumber());
        assertEquals(60, waited.get());
    }

    @Test
    void saysThatTheAgentDoesNotRun() {
        lab.primary.session.fail("sp_start_job", ScriptedShipping.refusedStart());
        lab.primary.agentRuns = false;
        Failure failure = assertThrows(Failure.class, () -> job(seconds -> {}).run("primary-id", Console.SILENT));
        assertTrue(failure.getMessage().contains("SQL Server Agent does not run"), failure.getMessage());
        assertTrue(failure.getMessage().contains("Start the service"), failure.getMessage());
    }

    @Test
    void noticesThatTheAgentStopsDuringTheRun() {
        lab.primary.session.effect("sp_start_job", (sql, c) -> lab.primary.agentRuns = false);
        Failure failure = assertThrows(
                Failure.class, () -> job(seconds -> waited.addAndGet(seconds)).run("primary-id", Console.SILENT));
        assertTrue(failure.getMessage().contains("can't go on"), failure.getMessage());
        assertTrue(waited.get() < 60, "before the time is up");
    }

    @Test
    void isNotContentWithAJobThatSucceedsAndLeavesErrors() {
        lab.primary.session.effect("sp_start_job", (sql, c) -> ended(1, 1));
        lab.primary.errors.add("Could not delete old files.");
        Failure failure = assertThrows(Failure.class, () -> job(seconds -> {}).run("primary-id", Console.SILENT));
        assertTrue(failure.getMessage().contains("Could not delete old files."), failure.getMessage());
    }

    @Test
    void doesNotStartAJobThatIsNotRegistered() {
        lab.primary.session.answer("AS job_id FROM msdb", p -> List.of());
        Failure failure = assertThrows(Failure.class, () -> job(seconds -> {}).run("primary-id", Console.SILENT));
        assertEquals(Failure.Code.NOT_VERIFIED, failure.code());
        assertTrue(failure.what().contains("the job LSBackup_mgc is not registered for log shipping"), failure.what());
        assertEquals(List.of(), lab.executed());
    }

    @Test
    void doesNotSwallowAnInterrupt() {
        lab.primary.session.effect("sp_start_job", (sql, c) -> {});
        assertThrows(InterruptedException.class, () -> job(seconds -> {
                    throw new InterruptedException();
                })
                .run("primary-id", Console.SILENT));
    }
}
