package io.jenkins.plugins.pchat.lab.agent;

import static io.jenkins.plugins.pchat.lab.agent.LogShippingProcedures.procedure;
import static io.jenkins.plugins.pchat.lab.agent.Refused.arguments;
import static io.jenkins.plugins.pchat.lab.agent.Refused.needed;

import io.jenkins.plugins.pchat.lab.server.Instance;
import io.jenkins.plugins.pchat.lab.server.Procedure;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The procedures of log shipping that run on the primary. */
final class PrimaryProcedures {

    private static final String BY_NAME =
            "SELECT * FROM msdb.log_shipping_primary_databases WHERE UPPER(primary_database) = UPPER(?)";

    private final Msdb msdb;
    private final Jobs jobs;

    PrimaryProcedures(Msdb msdb, Jobs jobs) {
        this.msdb = msdb;
        this.jobs = jobs;
    }

    void register(Instance instance) {
        instance.register(
                "master.dbo.sp_add_log_shipping_primary_database",
                procedure(
                        arguments("@database @backup_directory @backup_share @backup_job_name @backup_retention_period"
                                + " @monitor_server @monitor_server_security_mode @monitor_server_login"
                                + " @monitor_server_password @backup_threshold @threshold_alert @threshold_alert_enabled"
                                + " @history_retention_period @backup_job_id @primary_id @overwrite @ignoreremotemonitor "
                                + "@backup_compression"),
                        this::add));
        instance.register(
                "master.dbo.sp_change_log_shipping_primary_database",
                procedure(
                        arguments("@database @backup_directory @backup_share @backup_retention_period "
                                + "@monitor_server_security_mode @monitor_server_login @monitor_server_password "
                                + "@backup_threshold @threshold_alert @threshold_alert_enabled "
                                + "@history_retention_period @backup_compression"),
                        this::change));
        instance.register(
                "master.dbo.sp_delete_log_shipping_primary_database",
                procedure(arguments("@database @ignoreremotemonitor"), call -> {
                    Msdb.Row row =
                            registered(msdb, needed(call, "sp_delete_log_shipping_primary_database", "@database"));
                    if (!secondaries(msdb, row.id("primary_id")).isEmpty()) {
                        throw new Refused(
                                32011,
                                "Primary database " + row.text("primary_database")
                                        + " has active log shipping secondary database(s). Drop the secondary"
                                        + " database(s) first.");
                    }
                    remove(row);
                }));
        instance.register(
                "master.dbo.sp_help_log_shipping_primary_database",
                procedure(
                        arguments("@database @primary_id"),
                        call -> LogShippingProcedures.send(
                                call,
                                msdb.rows(
                                        "SELECT p.*, m.backup_threshold, m.threshold_alert, m.threshold_alert_enabled,"
                                                + " m.history_retention_period FROM msdb.log_shipping_primary_databases p"
                                                + " JOIN msdb.log_shipping_monitor_primary m ON m.primary_id ="
                                                + " p.primary_id WHERE UPPER(p.primary_database) = UPPER(?)",
                                        call.text("@database")),
                                "primary_id primary_database backup_directory backup_share backup_retention_period"
                                        + " backup_compression backup_job_id monitor_server monitor_server_security_mode"
                                        + " backup_threshold threshold_alert threshold_alert_enabled last_backup_file"
                                        + " last_backup_date history_retention_period")));
    }

    private void add(Procedure.Call call) throws Refused, ServerError {
        String database = needed(call, "sp_add_log_shipping_primary_database", "@database");
        Instance instance = call.instance();
        if (!"ONLINE".equals(instance.databaseState(database))) {
            throw new Refused(
                    32008,
                    "Database " + database + " does not exist or is not ONLINE on " + instance.serverName() + ".");
        }
        if ("SIMPLE".equals(instance.recoveryModel(database))) {
            throw new Refused(
                    32015,
                    "The primary database specified cannot have SIMPLE recovery for log shipping to work properly.");
        }
        LogShippingProcedures.localMonitor(call);
        Optional<Msdb.Row> old = msdb.row(BY_NAME, database);
        if (old.isPresent() && call.number("@overwrite", 0) != 1) {
            throw new Refused(32009, "A log shipping primary entry already exists for database " + database + ".");
        }
        String job = LogShippingProcedures.freeJobName(
                call,
                "sp_add_log_shipping_primary_database",
                "@backup_job_name",
                jobs,
                old.map(row -> row.id("backup_job_id")).orElse(null));
        Map<String, Object> row = row(call, database);
        if (old.isPresent()) {
            remove(old.get());
        }
        UUID id = (UUID) row.get("primary_id");
        UUID jobId = LogShippingProcedures.job(call, jobs, job, "Backup", id);
        row.put("backup_job_id", jobId);
        msdb.insert("msdb.log_shipping_primary_databases", row);
        monitor(call, id, database);
        call.output("@backup_job_id", jobId);
        call.output("@primary_id", id);
    }

    private static Map<String, Object> row(Procedure.Call call, String database) throws ServerError {
        String procedure = "sp_add_log_shipping_primary_database";
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("primary_id", UUID.randomUUID());
        row.put("primary_database", database);
        row.put("backup_directory", needed(call, procedure, "@backup_directory"));
        row.put("backup_share", needed(call, procedure, "@backup_share"));
        row.put("backup_retention_period", Integer.valueOf(needed(call, procedure, "@backup_retention_period")));
        row.put("monitor_server", call.instance().serverName());
        row.put("user_specified_monitor", call.given("@monitor_server"));
        row.put("monitor_server_security_mode", call.number("@monitor_server_security_mode", 1) == 1);
        row.put("backup_compression", call.number("@backup_compression", 2));
        return row;
    }

    private void monitor(Procedure.Call call, UUID id, String database) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("primary_id", id);
        row.put("primary_server", call.instance().serverName());
        row.put("primary_database", database);
        row.put("backup_threshold", call.number("@backup_threshold", 60));
        row.put("threshold_alert", call.number("@threshold_alert", 14420));
        row.put("threshold_alert_enabled", call.number("@threshold_alert_enabled", 0) == 1);
        row.put("history_retention_period", call.number("@history_retention_period", 14420));
        msdb.insert("msdb.log_shipping_monitor_primary", row);
    }

    private void change(Procedure.Call call) throws Refused, ServerError {
        UUID id = registered(msdb, needed(call, "sp_change_log_shipping_primary_database", "@database"))
                .id("primary_id");
        Changes.of(call, msdb, id)
                .in(
                        "log_shipping_primary_databases",
                        "primary_id",
                        "backup_directory backup_share backup_retention_period backup_compression")
                .in(
                        "log_shipping_monitor_primary",
                        "primary_id",
                        "backup_threshold threshold_alert threshold_alert_enabled " + "history_retention_period");
    }

    static Msdb.Row registered(Msdb msdb, String database) throws Refused {
        return msdb.row(BY_NAME, database)
                .orElseThrow(
                        () -> new Refused(32010, "Database " + database + " does not exist as log shipping primary."));
    }

    static List<Msdb.Row> secondaries(Msdb msdb, UUID id) {
        return msdb.rows(
                "SELECT * FROM msdb.log_shipping_primary_secondaries WHERE primary_id = ? ORDER BY secondary_server",
                id);
    }

    private void remove(Msdb.Row row) {
        UUID id = row.id("primary_id");
        jobs.delete(row.id("backup_job_id"), true);
        for (String table : List.of(
                "log_shipping_primary_secondaries", "log_shipping_monitor_primary", "log_shipping_primary_databases")) {
            msdb.update("DELETE FROM msdb." + table + " WHERE primary_id = ?", id);
        }
        MonitorProcedures.forget(msdb, id);
    }
}
