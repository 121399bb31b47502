package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.server.Instance;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * When the jobs of one instance run next: {@code sysjobschedules.next_run_*} and {@code
 * sysjobactivity.next_scheduled_run_date}.
 */
final class AgentSchedules {

    private static final String ATTACHED =
            "SELECT j.job_id, j.name, j.enabled AS job_enabled, a.next_run_date, a.next_run_time,"
                    + " s.name AS schedule, s.* FROM msdb.sysjobschedules a JOIN msdb.sysjobs j ON j.job_id = a.job_id"
                    + " JOIN msdb.sysschedules s ON s.schedule_id = a.schedule_id";

    private final Instance instance;
    private final Msdb msdb;

    AgentSchedules(Instance instance, Msdb msdb) {
        this.instance = instance;
        this.msdb = msdb;
    }

    /** Computes a job's next run after it, or one of its schedules, has changed. */
    void compute(UUID job, int session) {
        msdb.rows(ATTACHED + " WHERE j.job_id = ?", job).forEach(row -> next(row));
        activity(job, session);
    }

    /** The jobs that are due now; each one's next run is computed by that. */
    List<Msdb.Row> due(int session) {
        List<Msdb.Row> due = new ArrayList<>();
        for (Msdb.Row row : msdb.rows(ATTACHED + " WHERE a.next_run_date > 0")) {
            LocalDateTime planned = AgentTime.of(row.number("next_run_date"), row.number("next_run_time"));
            if (!planned.isAfter(instance.now())) {
                due.add(row);
                next(row);
                activity(row.id("job_id"), session);
            }
        }
        return due;
    }

    private void next(Msdb.Row row) {
        Optional<LocalDateTime> next =
                row.number("job_enabled") == 1 ? AgentTime.next(row, instance.now()) : Optional.empty();
        msdb.update(
                "UPDATE msdb.sysjobschedules SET next_run_date = ?, next_run_time = ? WHERE job_id = ? AND schedule_id"
                        + " = ?",
                next.map(AgentTime::date).orElse(0),
                next.map(AgentTime::time).orElse(0),
                row.id("job_id"),
                row.number("schedule_id"));
    }

    private void activity(UUID job, int session) {
        LocalDateTime first = null;
        for (Msdb.Row row : msdb.rows(
                "SELECT next_run_date, next_run_time FROM msdb.sysjobschedules WHERE job_id = ? AND next_run_date > 0",
                job)) {
            LocalDateTime time = AgentTime.of(row.number("next_run_date"), row.number("next_run_time"));
            first = first == null || time.isBefore(first) ? time : first;
        }
        msdb.update(
                "UPDATE msdb.sysjobactivity SET next_scheduled_run_date = ? WHERE job_id = ? AND session_id = ?",
                first,
                job,
                session);
        if (session != 0) {
            msdb.update(
                    "INSERT INTO msdb.sysjobactivity (session_id, job_id, next_scheduled_run_date) SELECT ?, ?, CAST(?"
                            + " AS TIMESTAMP) WHERE NOT EXISTS (SELECT 1 FROM msdb.sysjobactivity WHERE session_id = ? AND"
                            + " job_id = ?)",
                    session,
                    job,
                    first,
                    session,
                    job);
        }
    }
}
