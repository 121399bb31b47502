package io.jenkins.plugins.pchat.lab.agent;

import static io.jenkins.plugins.pchat.lab.agent.LogShippingProcedures.procedure;
import static io.jenkins.plugins.pchat.lab.agent.Refused.arguments;

import io.jenkins.plugins.pchat.lab.server.Instance;
import io.jenkins.plugins.pchat.lab.server.Procedure;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The procedures of log shipping about its alert job, of which each server has one at most. */
final class AlertJobProcedures {

    private static final int EVERY_TWO_MINUTES = 2;

    private final Msdb msdb;
    private final Jobs jobs;

    AlertJobProcedures(Msdb msdb, Jobs jobs) {
        this.msdb = msdb;
        this.jobs = jobs;
    }

    void register(Instance instance) {
        instance.register(
                "master.dbo.sp_add_log_shipping_alert_job", procedure(arguments("@alert_job_id"), this::addAlertJob));
        instance.register(
                "master.dbo.sp_delete_log_shipping_alert_job", procedure(arguments(""), this::deleteAlertJob));
        instance.register(
                "master.dbo.sp_help_log_shipping_alert_job",
                procedure(
                        arguments(""),
                        call -> LogShippingProcedures.send(
                                call,
                                msdb.rows("SELECT alert_job_id FROM msdb.log_shipping_monitor_alert"),
                                "alert_job_id")));
    }

    private void addAlertJob(Procedure.Call call) {
        Optional<UUID> there = msdb.row("SELECT alert_job_id FROM msdb.log_shipping_monitor_alert")
                .map(row -> row.id("alert_job_id"));
        UUID job = there.orElseGet(() -> {
            UUID made = jobs.create(
                    "LSAlert_" + call.instance().serverName(),
                    true,
                    "Log shipping alert job.",
                    AgentTables.LOG_SHIPPING);
            jobs.addStep(made, "Log shipping alert job step.", "TSQL", Sqllogship.ALERT_CHECK, "master");
            jobs.addServer(made);
            int schedule = msdb.insert("msdb.sysschedules", everyTwoMinutes(call));
            msdb.insert("msdb.sysjobschedules", Map.of("job_id", made, "schedule_id", schedule));
            msdb.insert("msdb.log_shipping_monitor_alert", Map.of("alert_job_id", made));
            return made;
        });
        call.output("@alert_job_id", job);
    }

    private static Map<String, Object> everyTwoMinutes(Procedure.Call call) {
        LocalDateTime now = call.instance().now();
        return Map.ofEntries(
                Map.entry("schedule_uid", UUID.randomUUID()),
                Map.entry("name", "Log shipping alert job schedule."),
                Map.entry("enabled", 1),
                Map.entry("freq_type", 4),
                Map.entry("freq_interval", 1),
                Map.entry("freq_subday_type", 4),
                Map.entry("freq_subday_interval", EVERY_TWO_MINUTES),
                Map.entry("freq_relative_interval", 0),
                Map.entry("freq_recurrence_factor", 0),
                Map.entry("active_start_date", AgentTime.date(now)),
                Map.entry("active_end_date", 99991231),
                Map.entry("active_start_time", 0),
                Map.entry("active_end_time", 235959),
                Map.entry("date_created", now),
                Map.entry("date_modified", now));
    }

    /** Deletes the alert job only when nothing is monitored any more. */
    private void deleteAlertJob(Procedure.Call call) {
        boolean monitored = msdb.row("SELECT 1 AS one FROM msdb.log_shipping_monitor_primary")
                        .isPresent()
                || msdb.row("SELECT 1 AS one FROM msdb.log_shipping_monitor_secondary")
                        .isPresent();
        if (!monitored) {
            for (Msdb.Row row : msdb.rows("SELECT alert_job_id FROM msdb.log_shipping_monitor_alert")) {
                jobs.delete(row.id("alert_job_id"), true);
            }
            msdb.update("DELETE FROM msdb.log_shipping_monitor_alert");
        }
    }
}
