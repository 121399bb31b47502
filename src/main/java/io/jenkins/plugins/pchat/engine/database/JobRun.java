package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.ArrayList;
import java.util.List;

/**
 * How a job of log shipping ended when it ran last.
 *
 * @param alert whether it is the job that raises 14420 and 14421; it fails when it raises one of them
 * @param status 0 failed, 1 succeeded, 2 is tried again, 3 was stopped, as {@code sysjobhistory} has it; null when msdb remembers no run
 * @param message null without a run
 */
record JobRun(String server, String job, boolean alert, Long status, String message) {

    private static final long FAILED = 0;
    private static final long STOPPED = 3;

    /** Those of the jobs that are there. */
    static List<JobRun> all(LogShippingState shipping, SqlSession primary, SqlSession secondary)
            throws Failure, InterruptedException {
        LogShippingNames names = shipping.names();
        List<JobRun> runs = new ArrayList<>();
        if (shipping.primaryEntry() != null) {
            add(runs, names.primary(), shipping.primaryEntry().job(), primary);
        }
        if (shipping.secondaryEntry() != null) {
            add(runs, names.secondary(), shipping.secondaryEntry().copyJob(), secondary);
            add(runs, names.secondary(), shipping.secondaryEntry().restoreJob(), secondary);
        }
        addAlert(runs, names.primary(), primary);
        addAlert(runs, names.secondary(), secondary);
        return runs;
    }

    private static void add(List<JobRun> runs, String server, AgentJobState job, SqlSession session)
            throws Failure, InterruptedException {
        if (!job.missing()) {
            runs.add(read(server, job.id(), job.name(), false, session));
        }
    }

    private static void addAlert(List<JobRun> runs, String server, SqlSession session)
            throws Failure, InterruptedException {
        for (SqlRow job : session.query(LogShippingQueries.ALERT_JOB)) {
            runs.add(read(server, job.text("job_id"), job.text("name"), true, session));
        }
    }

    private static JobRun read(String server, String id, String name, boolean alert, SqlSession session)
            throws Failure, InterruptedException {
        List<SqlRow> rows = session.query(LogShippingQueries.LAST_OUTCOME, id);
        return rows.isEmpty()
                ? new JobRun(server, name, alert, null, null)
                : new JobRun(
                        server,
                        name,
                        alert,
                        rows.get(0).number("run_status"),
                        rows.get(0).text("message"));
    }

    boolean failed() {
        return status != null && (status == FAILED || status == STOPPED);
    }

    /** {@code LSCopy_SQLA\RTC_mgc on SQLB\RTC: succeeded}. */
    String line() {
        return job + " on " + server + ": "
                + (status == null
                        ? "no run yet"
                        : failed() ? (status == STOPPED ? "stopped: " : "failed: ") + message : "succeeded");
    }
}
