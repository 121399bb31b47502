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

/** The procedures on the secondary about the primary it follows: folders, copy job and restore job. */
final class SecondaryProcedures {

    private final Msdb msdb;
    private final Jobs jobs;

    SecondaryProcedures(Msdb msdb, Jobs jobs) {
        this.msdb = msdb;
        this.jobs = jobs;
    }

    void register(Instance instance) {
        instance.register(
                "master.dbo.sp_add_log_shipping_secondary_primary",
                procedure(
                        arguments("@primary_server @primary_database @backup_source_directory "
                                + "@backup_destination_directory @copy_job_name @restore_job_name "
                                + "@file_retention_period @monitor_server @monitor_server_security_mode "
                                + "@monitor_server_login @monitor_server_password @copy_job_id @restore_job_id "
                                + "@secondary_id @overwrite @ignoreremotemonitor"),
                        this::add));
        instance.register(
                "master.dbo.sp_change_log_shipping_secondary_primary",
                procedure(
                        arguments("@primary_server @primary_database @backup_source_directory "
                                + "@backup_destination_directory @file_retention_period @monitor_server_security_mode "
                                + "@monitor_server_login @monitor_server_password"),
                        call -> Changes.of(
                                        call,
                                        msdb,
                                        registered(call, "sp_change_log_shipping_secondary_primary")
                                                .id("secondary_id"))
                                .in(
                                        "log_shipping_secondary",
                                        "secondary_id",
                                        "backup_source_directory backup_destination_directory "
                                                + "file_retention_period")));
        instance.register(
                "master.dbo.sp_delete_log_shipping_secondary_primary",
                procedure(arguments("@primary_server @primary_database"), call -> {
                    Msdb.Row row = registered(call, "sp_delete_log_shipping_secondary_primary");
                    if (msdb.row(
                                    "SELECT 1 AS one FROM msdb.log_shipping_secondary_databases WHERE secondary_id = ?",
                                    row.id("secondary_id"))
                            .isPresent()) {
                        throw new Refused(
                                32011,
                                "The entry for primary " + row.text("primary_server") + "."
                                        + row.text("primary_database")
                                        + " still has a secondary database. Drop the secondary database(s) first.");
                    }
                    remove(msdb, jobs, row);
                }));
        instance.register(
                "master.dbo.sp_help_log_shipping_secondary_primary",
                procedure(
                        arguments("@primary_server @primary_database"),
                        call -> LogShippingProcedures.send(
                                call,
                                List.of(registered(call, "sp_help_log_shipping_secondary_primary")),
                                "secondary_id primary_server primary_database backup_source_directory"
                                        + " backup_destination_directory file_retention_period copy_job_id restore_job_id"
                                        + " monitor_server monitor_server_security_mode")));
    }

    private void add(Procedure.Call call) throws Refused, ServerError {
        String procedure = "sp_add_log_shipping_secondary_primary";
        String server = needed(call, procedure, "@primary_server");
        String database = needed(call, procedure, "@primary_database");
        LogShippingProcedures.localMonitor(call);
        Optional<Msdb.Row> old = find(msdb, server, database);
        if (old.isPresent() && call.number("@overwrite", 0) != 1) {
            throw new Refused(
                    32024,
                    "An entry for primary server " + server + ", primary database " + database + " already exists.");
        }
        String copy = LogShippingProcedures.freeJobName(
                call,
                procedure,
                "@copy_job_name",
                jobs,
                old.map(row -> row.id("copy_job_id")).orElse(null));
        String restore = LogShippingProcedures.freeJobName(
                call,
                procedure,
                "@restore_job_name",
                jobs,
                old.map(row -> row.id("restore_job_id")).orElse(null));
        Map<String, Object> row = new LinkedHashMap<>();
        UUID id = old.map(entry -> entry.id("secondary_id")).orElseGet(UUID::randomUUID);
        row.put("secondary_id", id);
        row.put("primary_server", server);
        row.put("primary_database", database);
        row.put("backup_source_directory", needed(call, procedure, "@backup_source_directory"));
        row.put("backup_destination_directory", needed(call, procedure, "@backup_destination_directory"));
        row.put("file_retention_period", call.number("@file_retention_period", 14420));
        row.put("monitor_server", call.instance().serverName());
        row.put("monitor_server_security_mode", call.number("@monitor_server_security_mode", 1) == 1);
        row.put("user_specified_monitor", call.given("@monitor_server"));
        old.ifPresent(entry -> remove(msdb, jobs, entry));
        UUID copyJob = LogShippingProcedures.job(call, jobs, copy, "Copy", id);
        UUID restoreJob = LogShippingProcedures.job(call, jobs, restore, "Restore", id);
        row.put("copy_job_id", copyJob);
        row.put("restore_job_id", restoreJob);
        msdb.insert("msdb.log_shipping_secondary", row);
        call.output("@copy_job_id", copyJob);
        call.output("@restore_job_id", restoreJob);
        call.output("@secondary_id", id);
    }

    private Msdb.Row registered(Procedure.Call call, String procedure) throws Refused, ServerError {
        String server = needed(call, procedure, "@primary_server");
        String database = needed(call, procedure, "@primary_database");
        return find(msdb, server, database)
                .orElseThrow(() -> new Refused(
                        32025,
                        "An entry for primary server " + server + ", primary database " + database
                                + " does not exist on this secondary."));
    }

    static Optional<Msdb.Row> find(Msdb msdb, String server, String database) {
        return msdb.row(
                "SELECT * FROM msdb.log_shipping_secondary WHERE UPPER(primary_server) = UPPER(?)"
                        + " AND UPPER(primary_database) = UPPER(?)",
                server,
                database);
    }

    /** Removes the entry with both jobs. */
    static void remove(Msdb msdb, Jobs jobs, Msdb.Row row) {
        jobs.delete(row.id("copy_job_id"), true);
        jobs.delete(row.id("restore_job_id"), true);
        msdb.update("DELETE FROM msdb.log_shipping_secondary WHERE secondary_id = ?", row.id("secondary_id"));
        MonitorProcedures.forget(msdb, row.id("secondary_id"));
    }
}
