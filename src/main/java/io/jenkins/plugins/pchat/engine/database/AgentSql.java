package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.sql.SqlText;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The procedures of SQL Server Agent as batches. A job's id is read from log shipping's own table each time, and a
 * missing one is an error: a schedule attached to nothing would look like success.
 */
final class AgentSql {

    private static final int DAILY = 4;
    private static final int MINUTES = 4;
    private static final int LAST_MINUTE = 235900;

    private AgentSql() {}

    /**
     * A job of log shipping.
     *
     * @param column {@code backup_job_id}, {@code copy_job_id}, {@code restore_job_id}, {@code alert_job_id}
     * @param from the table of {@code msdb} and the row, after FROM
     */
    record Job(String column, String from) {

        static Job backup(LogShippingNames names) {
            return new Job(
                    "backup_job_id",
                    "log_shipping_primary_databases WHERE primary_database = " + SqlText.of(names.database()));
        }

        static Job copy(LogShippingNames names) {
            return new Job("copy_job_id", secondary(names));
        }

        static Job restore(LogShippingNames names) {
            return new Job("restore_job_id", secondary(names));
        }

        static Job alert() {
            return new Job("alert_job_id", "log_shipping_monitor_alert");
        }

        private static String secondary(LogShippingNames names) {
            return "log_shipping_secondary WHERE primary_server = " + SqlText.of(names.primary())
                    + " AND primary_database = " + SqlText.of(names.database());
        }

        /** Reads the id into {@code @job_id}, or ends the batch with an error. */
        private String id() {
            return "SELECT @job_id = " + column + " FROM msdb.dbo." + from
                    + ";\nIF @job_id IS NULL\nBEGIN\n    RAISERROR(N'msdb has no " + column
                    + " for this log shipping.', 16, 1);\n    RETURN;\nEND;\n";
        }
    }

    /**
     * Gives a job a schedule every so many minutes from midnight to 23:59, each day, as Management Studio does. A
     * schedule of that kind and name that no job uses is taken first: it was left by a run that was cut between making
     * and attaching it.
     */
    static String schedule(Job job, String name, int minutes, LocalDateTime today) {
        String date = DateTimeFormatter.BASIC_ISO_DATE.format(today.toLocalDate());
        return "DECLARE @rc int, @job_id uniqueidentifier, @schedule_id int, @schedule_uid uniqueidentifier;\n"
                + job.id()
                + "SELECT @schedule_id = MAX(schedule_id) FROM msdb.dbo.sysschedules\nWHERE name = " + SqlText.of(name)
                + " AND enabled = 1 AND freq_type = " + DAILY + " AND freq_interval = 1 AND freq_subday_type = "
                + MINUTES
                + " AND freq_subday_interval = " + minutes
                + "\n"
                + "    AND schedule_id NOT IN (SELECT schedule_id FROM msdb.dbo.sysjobschedules);\n"
                + "IF @schedule_id IS NULL\n"
                + "BEGIN\n"
                + new LogShippingSql.Call("msdb.dbo.sp_add_schedule")
                        .text("schedule_name", name)
                        .number("enabled", 1)
                        .number("freq_type", DAILY)
                        .number("freq_interval", 1)
                        .number("freq_subday_type", MINUTES)
                        .number("freq_subday_interval", minutes)
                        .number("freq_recurrence_factor", 0)
                        .number("active_start_date", Long.parseLong(date))
                        .number("active_end_date", 99991231)
                        .number("active_start_time", 0)
                        .number("active_end_time", LAST_MINUTE)
                        .output("schedule_uid", "uniqueidentifier")
                        .output("schedule_id", "int")
                        .statement()
                + "\n"
                + "END;\n"
                + "IF @schedule_id IS NULL\n"
                + "BEGIN\n"
                + "    RAISERROR(N'msdb.dbo.sp_add_schedule gave no schedule.', 16, 1);\n"
                + "    RETURN;\n"
                + "END;\n"
                + new LogShippingSql.Call("msdb.dbo.sp_attach_schedule")
                        .variable("job_id")
                        .variable("schedule_id")
                        .statement();
    }

    static String enable(Job job) {
        return onJob(
                job,
                new LogShippingSql.Call("msdb.dbo.sp_update_job")
                        .variable("job_id")
                        .number("enabled", 1));
    }

    /** Asks for a run and does not wait for it; 22022 when the Agent does not run or the job does. */
    static String start(Job job) {
        return onJob(job, new LogShippingSql.Call("msdb.dbo.sp_start_job").variable("job_id"));
    }

    /** Reads a job's id; no row or NULL when there is none. */
    static String jobId(Job job) {
        return "SELECT " + job.column() + " AS job_id FROM msdb.dbo." + job.from();
    }

    /** Deletes a job by name, with its history and its schedules. */
    static String delete(String name) {
        return new LogShippingSql.Call("msdb.dbo.sp_delete_job")
                .text("job_name", name)
                .number("delete_unused_schedule", 1)
                .batch();
    }

    private static String onJob(Job job, LogShippingSql.Call call) {
        return "DECLARE @rc int, @job_id uniqueidentifier;\n" + job.id() + call.statement();
    }
}
