package io.jenkins.plugins.pchat.lab.agent;

import static io.jenkins.plugins.pchat.lab.agent.LogShippingProcedures.procedure;
import static io.jenkins.plugins.pchat.lab.agent.Refused.arguments;
import static io.jenkins.plugins.pchat.lab.agent.Refused.needed;

import io.jenkins.plugins.pchat.lab.server.Instance;
import io.jenkins.plugins.pchat.lab.server.Procedure;
import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The procedures of log shipping's monitor, which each server is for itself: clean-up and status. */
final class MonitorProcedures {

    private final Msdb msdb;

    MonitorProcedures(Msdb msdb) {
        this.msdb = msdb;
    }

    void register(Instance instance) {
        instance.register(
                "master.dbo.sp_cleanup_log_shipping_history",
                procedure(
                        arguments("@agent_id @agent_type"),
                        call -> forget(
                                msdb, UUID.fromString(needed(call, "sp_cleanup_log_shipping_history", "@agent_id")))));
        instance.register(
                "master.dbo.sp_refresh_log_shipping_monitor",
                procedure(arguments("@agent_id @agent_type @database @mode"), this::refresh));
        instance.register(
                "master.dbo.sp_help_log_shipping_monitor_primary",
                procedure(
                        arguments("@primary_server @primary_database"),
                        call -> LogShippingProcedures.send(
                                call,
                                msdb.rows(
                                        "SELECT * FROM msdb.log_shipping_monitor_primary WHERE UPPER(primary_database)"
                                                + " = UPPER(?)",
                                        call.text("@primary_database")),
                                "primary_id primary_server primary_database backup_threshold threshold_alert"
                                        + " threshold_alert_enabled last_backup_file last_backup_date last_backup_date_utc"
                                        + " history_retention_period")));
        instance.register(
                "master.dbo.sp_help_log_shipping_monitor_secondary",
                procedure(
                        arguments("@secondary_server @secondary_database"),
                        call -> LogShippingProcedures.send(
                                call,
                                msdb.rows(
                                        "SELECT * FROM msdb.log_shipping_monitor_secondary WHERE"
                                                + " UPPER(secondary_database) = UPPER(?)",
                                        call.text("@secondary_database")),
                                "secondary_server secondary_database secondary_id primary_server primary_database "
                                        + "restore_threshold threshold_alert threshold_alert_enabled last_copied_file "
                                        + "last_copied_date last_copied_date_utc last_restored_file last_restored_date "
                                        + "last_restored_date_utc last_restored_latency history_retention_period")));
        instance.register("master.dbo.sp_help_log_shipping_monitor", procedure(arguments(""), this::status));
    }

    /** Mode 1 refreshes a remote monitor, of which there is none; mode 2 deletes the monitor's rows. */
    private void refresh(Procedure.Call call) throws Refused, ServerError {
        UUID id = UUID.fromString(needed(call, "sp_refresh_log_shipping_monitor", "@agent_id"));
        String table =
                call.number("@agent_type", 0) == 0 ? "log_shipping_monitor_primary" : "log_shipping_monitor_secondary";
        String column = call.number("@agent_type", 0) == 0 ? "primary_id" : "secondary_id";
        if (msdb.row("SELECT 1 AS one FROM msdb." + table + " WHERE " + column + " = ?", id)
                .isEmpty()) {
            throw new Refused(
                    32016,
                    "The specified agent_id " + id + " or agent_type " + call.number("@agent_type", 0)
                            + " do not form a valid pair for log shipping monitoring processing.");
        }
        if (call.number("@mode", 1) == 2) {
            msdb.update("DELETE FROM msdb." + table + " WHERE " + column + " = ?", id);
        }
    }

    private void status(Procedure.Call call) {
        List<List<?>> rows = new ArrayList<>();
        for (Msdb.Row row : msdb.rows("SELECT * FROM msdb.log_shipping_monitor_primary")) {
            Integer since = minutes(call, row.time("last_backup_date"));
            rows.add(Arrays.asList(
                    since != null && since > row.number("backup_threshold"),
                    true,
                    row.text("primary_server"),
                    row.text("primary_database"),
                    since,
                    row.text("last_backup_file"),
                    row.number("backup_threshold"),
                    row.number("threshold_alert_enabled") == 1,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        for (Msdb.Row row : msdb.rows("SELECT * FROM msdb.log_shipping_monitor_secondary")) {
            Integer since = minutes(call, row.time("last_restored_date"));
            rows.add(Arrays.asList(
                    since != null && since > row.number("restore_threshold"),
                    false,
                    row.text("secondary_server"),
                    row.text("secondary_database"),
                    null,
                    null,
                    null,
                    null,
                    minutes(call, row.time("last_copied_date")),
                    row.text("last_copied_file"),
                    since,
                    row.text("last_restored_file"),
                    row.value("last_restored_latency"),
                    row.number("restore_threshold"),
                    row.number("threshold_alert_enabled") == 1));
        }
        call.result(
                List.of(
                        Column.of("status", Column.Type.BIT),
                        Column.of("is_primary", Column.Type.BIT),
                        Column.nvarchar("server", 128),
                        Column.nvarchar("database_name", 128),
                        Column.of("time_since_last_backup", Column.Type.INT),
                        Column.nvarchar("last_backup_file", 500),
                        Column.of("backup_threshold", Column.Type.INT),
                        Column.of("is_backup_alert_enabled", Column.Type.BIT),
                        Column.of("time_since_last_copy", Column.Type.INT),
                        Column.nvarchar("last_copied_file", 500),
                        Column.of("time_since_last_restore", Column.Type.INT),
                        Column.nvarchar("last_restored_file", 500),
                        Column.of("last_restored_latency", Column.Type.INT),
                        Column.of("restore_threshold", Column.Type.INT),
                        Column.of("is_restore_alert_enabled", Column.Type.BIT)),
                rows);
    }

    private static Integer minutes(Procedure.Call call, LocalDateTime since) {
        return since == null
                ? null
                : (int) Duration.between(since, call.instance().now()).toMinutes();
    }

    /** Deletes the history and the errors of an agent. */
    static void forget(Msdb msdb, UUID agent) {
        msdb.update("DELETE FROM msdb.log_shipping_monitor_history_detail WHERE agent_id = ?", agent);
        msdb.update("DELETE FROM msdb.log_shipping_monitor_error_detail WHERE agent_id = ?", agent);
    }
}
