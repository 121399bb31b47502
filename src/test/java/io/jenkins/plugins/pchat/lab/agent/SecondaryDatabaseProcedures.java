package io.jenkins.plugins.pchat.lab.agent;

import static io.jenkins.plugins.pchat.lab.agent.LogShippingProcedures.procedure;
import static io.jenkins.plugins.pchat.lab.agent.Refused.arguments;
import static io.jenkins.plugins.pchat.lab.agent.Refused.needed;

import io.jenkins.plugins.pchat.lab.server.Errors;
import io.jenkins.plugins.pchat.lab.server.Instance;
import io.jenkins.plugins.pchat.lab.server.Procedure;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The procedures on the secondary about the database that the log is restored to. */
final class SecondaryDatabaseProcedures {

    private static final String JOINED =
            "SELECT d.*, s.primary_server, s.primary_database, m.restore_threshold, m.threshold_alert,"
                    + " m.threshold_alert_enabled, m.history_retention_period FROM msdb.log_shipping_secondary_databases d"
                    + " JOIN msdb.log_shipping_secondary s ON s.secondary_id = d.secondary_id JOIN"
                    + " msdb.log_shipping_monitor_secondary m ON m.secondary_id = d.secondary_id AND m.secondary_database"
                    + " = d.secondary_database WHERE UPPER(d.secondary_database) = UPPER(?)";

    private final Msdb msdb;
    private final Jobs jobs;

    SecondaryDatabaseProcedures(Msdb msdb, Jobs jobs) {
        this.msdb = msdb;
        this.jobs = jobs;
    }

    void register(Instance instance) {
        instance.register(
                "master.dbo.sp_add_log_shipping_secondary_database",
                procedure(
                        arguments("@secondary_database @primary_server @primary_database @restore_delay @restore_all "
                                + "@restore_mode @disconnect_users @block_size @buffer_count @max_transfer_size "
                                + "@restore_threshold @threshold_alert @threshold_alert_enabled "
                                + "@history_retention_period @overwrite @ignoreremotemonitor"),
                        this::add));
        instance.register(
                "master.dbo.sp_change_log_shipping_secondary_database",
                procedure(
                        arguments("@secondary_database @restore_delay @restore_all @restore_mode @disconnect_users "
                                + "@block_size @buffer_count @max_transfer_size @restore_threshold @threshold_alert "
                                + "@threshold_alert_enabled @history_retention_period"),
                        this::change));
        instance.register(
                "master.dbo.sp_delete_log_shipping_secondary_database",
                procedure(arguments("@secondary_database @ignoreremotemonitor"), call -> {
                    Msdb.Row row = registered(call, "sp_delete_log_shipping_secondary_database");
                    remove(row.text("secondary_database"));
                    UUID id = row.id("secondary_id");
                    if (msdb.row(
                                    "SELECT 1 AS one FROM msdb.log_shipping_secondary_databases WHERE secondary_id = ?",
                                    id)
                            .isEmpty()) {
                        msdb.row("SELECT * FROM msdb.log_shipping_secondary WHERE secondary_id = ?", id)
                                .ifPresent(entry -> SecondaryProcedures.remove(msdb, jobs, entry));
                    }
                }));
        instance.register(
                "master.dbo.sp_help_log_shipping_secondary_database",
                procedure(
                        arguments("@secondary_database @secondary_id"),
                        call -> LogShippingProcedures.send(
                                call,
                                msdb.rows(JOINED, call.text("@secondary_database")),
                                "secondary_id primary_server primary_database restore_delay restore_all restore_mode"
                                        + " disconnect_users block_size buffer_count max_transfer_size restore_threshold"
                                        + " threshold_alert threshold_alert_enabled last_restored_file last_restored_date"
                                        + " history_retention_period secondary_database")));
    }

    private void add(Procedure.Call call) throws Refused, ServerError {
        String procedure = "sp_add_log_shipping_secondary_database";
        String database = needed(call, procedure, "@secondary_database");
        String server = needed(call, procedure, "@primary_server");
        String primary = needed(call, procedure, "@primary_database");
        needed(call, procedure, "@restore_threshold");
        standby(call);
        UUID id = SecondaryProcedures.find(msdb, server, primary)
                .orElseThrow(() -> new Refused(
                        32023,
                        "An entry for primary server " + server + ", primary database " + primary
                                + " does not exist on this secondary. Register the primary first."))
                .id("secondary_id");
        Optional<Msdb.Row> old = msdb.row(JOINED, database);
        if (old.isPresent() && call.number("@overwrite", 0) != 1) {
            throw new Refused(32013, "A log shipping entry already exists for secondary database " + database + ".");
        }
        remove(database);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("secondary_database", database);
        row.put("secondary_id", id);
        row.put("restore_delay", call.number("@restore_delay", 0));
        row.put("restore_all", call.number("@restore_all", 1) == 1);
        row.put("restore_mode", false);
        row.put("disconnect_users", false);
        row.put("block_size", call.number("@block_size", -1));
        row.put("buffer_count", call.number("@buffer_count", -1));
        row.put("max_transfer_size", call.number("@max_transfer_size", -1));
        msdb.insert("msdb.log_shipping_secondary_databases", row);
        Map<String, Object> monitor = new LinkedHashMap<>();
        monitor.put("secondary_server", call.instance().serverName());
        monitor.put("secondary_database", database);
        monitor.put("secondary_id", id);
        monitor.put("primary_server", server);
        monitor.put("primary_database", primary);
        monitor.put("restore_threshold", call.number("@restore_threshold", 0));
        monitor.put("threshold_alert", call.number("@threshold_alert", 14421));
        monitor.put("threshold_alert_enabled", call.number("@threshold_alert_enabled", 1) == 1);
        monitor.put("history_retention_period", call.number("@history_retention_period", 14420));
        msdb.insert("msdb.log_shipping_monitor_secondary", monitor);
    }

    /** STANDBY (@restore_mode 1) is not simulated, and NORECOVERY has nobody to disconnect. */
    private static void standby(Procedure.Call call) throws ServerError {
        if (call.number("@restore_mode", 0) != 0) {
            throw Errors.notSimulated("a secondary in STANDBY, @restore_mode = 1");
        }
        if (call.number("@disconnect_users", 0) != 0) {
            throw Errors.notSimulated("@disconnect_users = 1 with @restore_mode = 0");
        }
    }

    private void change(Procedure.Call call) throws Refused, ServerError {
        Msdb.Row row = registered(call, "sp_change_log_shipping_secondary_database");
        standby(call);
        Changes.of(call, msdb, row.id("secondary_id"))
                .in(
                        "log_shipping_secondary_databases",
                        "secondary_id",
                        "restore_delay restore_all block_size buffer_count max_transfer_size")
                .in(
                        "log_shipping_monitor_secondary",
                        "secondary_id",
                        "restore_threshold threshold_alert threshold_alert_enabled " + "history_retention_period");
    }

    private Msdb.Row registered(Procedure.Call call, String procedure) throws Refused, ServerError {
        String database = needed(call, procedure, "@secondary_database");
        return msdb.row(JOINED, database)
                .orElseThrow(() ->
                        new Refused(32014, "Database " + database + " does not exist as log shipping secondary."));
    }

    private void remove(String database) {
        for (String table : List.of("log_shipping_secondary_databases", "log_shipping_monitor_secondary")) {
            msdb.update("DELETE FROM msdb." + table + " WHERE UPPER(secondary_database) = UPPER(?)", database);
        }
    }
}
