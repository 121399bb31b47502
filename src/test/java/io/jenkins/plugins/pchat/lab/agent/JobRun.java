package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.server.Instance;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One run of one job: its steps one after the other, a row of {@code sysjobhistory} for each and, last, one with step 0
 * for the outcome.
 */
final class JobRun implements Runnable {

    private static final int FAILED = 0;
    private static final int SUCCEEDED = 1;
    private static final int CANCELLED = 3;

    private final Instance instance;
    private final Msdb msdb;
    private final Sqllogship sqllogship;
    private final int session;
    private final UUID job;
    private final String name;
    private final String requestedBy;

    JobRun(
            Instance instance,
            Msdb msdb,
            Sqllogship sqllogship,
            int session,
            UUID job,
            String name,
            String requestedBy) {
        this.instance = instance;
        this.msdb = msdb;
        this.sqllogship = sqllogship;
        this.session = session;
        this.job = job;
        this.name = name;
        this.requestedBy = requestedBy;
    }

    /** Writes down that the run was asked for, before it begins. */
    void requested() {
        msdb.update("DELETE FROM msdb.sysjobactivity WHERE session_id = ? AND job_id = ?", session, job);
        msdb.insert(
                "msdb.sysjobactivity",
                Map.of(
                        "session_id",
                        session,
                        "job_id",
                        job,
                        "run_requested_date",
                        instance.now(),
                        "run_requested_source",
                        requestedBy.startsWith("Schedule") ? "1" : "4"));
    }

    @Override
    public void run() {
        LocalDateTime start = instance.now();
        activity("start_execution_date", start);
        instance.journal()
                .add(
                        Journal.Kind.EVENT,
                        instance.serverName(),
                        "SQLAgent",
                        "job " + name + " started, asked for by " + requestedBy);
        int status = SUCCEEDED;
        int step = 0;
        String stepName = "";
        for (Msdb.Row row : msdb.rows("SELECT * FROM msdb.sysjobsteps WHERE job_id = ? ORDER BY step_id", job)) {
            step = row.number("step_id");
            stepName = row.text("step_name");
            status = step(row);
            if (status != SUCCEEDED) {
                break;
            }
        }
        String verdict =
                switch (status) {
                    case SUCCEEDED -> "The job succeeded.";
                    case CANCELLED -> "The job was stopped prior to completion.";
                    default -> "The job failed.";
                };
        String message = verdict + "  The Job was invoked by " + requestedBy + ".  The last step to run was step "
                + step + " (" + stepName + ").";
        instance.journal().add(Journal.Kind.EVENT, instance.serverName(), "SQLAgent", "job " + name + ": " + verdict);
        activity("last_executed_step_id", step);
        activity("stop_execution_date", instance.now());
        server(status, message, start);
        activity("job_history_id", history(0, "(Job outcome)", status, message, start));
    }

    private int step(Msdb.Row step) {
        LocalDateTime start = instance.now();
        int status = SUCCEEDED;
        String message;
        try {
            message = sqllogship.run(step.text("subsystem"), step.text("command"))
                    + "  Process Exit Code 0.  The step succeeded.";
        } catch (Sqllogship.Failed e) {
            status = FAILED;
            message = e.getMessage() + "  Process Exit Code 1.  The step failed.";
        } catch (InterruptedException e) {
            status = CANCELLED;
            message = "The step was cancelled (stopped) as the result of a stop job request.";
        } catch (RuntimeException e) {
            status = FAILED;
            message = "The lab could not run this step: " + e;
        }
        history(step.number("step_id"), step.text("step_name"), status, message, start);
        return status;
    }

    private int history(int step, String stepName, int status, String message, LocalDateTime start) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("job_id", job);
        row.put("step_id", step);
        row.put("step_name", stepName);
        row.put("sql_message_id", 0);
        row.put("sql_severity", 0);
        row.put("message", message.length() > 4000 ? message.substring(0, 4000) : message);
        row.put("run_status", status);
        row.put("run_date", AgentTime.date(start));
        row.put("run_time", AgentTime.time(start));
        row.put("run_duration", AgentTime.duration(Duration.between(start, instance.now())));
        row.put("server", instance.serverName());
        return msdb.insert("msdb.sysjobhistory", row);
    }

    private void server(int status, String message, LocalDateTime start) {
        msdb.update(
                "UPDATE msdb.sysjobservers SET last_run_outcome = ?, last_outcome_message = ?, last_run_date = ?,"
                        + " last_run_time = ?, last_run_duration = ? WHERE job_id = ?",
                status,
                message,
                AgentTime.date(start),
                AgentTime.time(start),
                AgentTime.duration(Duration.between(start, instance.now())),
                job);
    }

    private void activity(String column, Object value) {
        msdb.update(
                "UPDATE msdb.sysjobactivity SET " + column + " = ? WHERE session_id = ? AND job_id = ?",
                value,
                session,
                job);
    }
}
