package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;

import java.util.List;
import java.util.Map;

/** What one end of log shipping answers about its registrations. */
final class ScriptedEntries {

    private final ScriptedEnd end;

    ScriptedEntries(ScriptedEnd end) {
        this.end = end;
    }

    void script() {
        end.session.answer(
                "SELECT secondary_database FROM",
                p -> end.database == null ? List.of() : List.of(row("secondary_database", "mgc")));
        end.session.answer(
                "SELECT primary_database, last_backup_file",
                p -> end.ships ? List.of(row("primary_database", "mgc")) : List.of());
        end.session.answer(
                "FROM msdb.dbo.log_shipping_primary_databases AS p",
                p -> end.entry == null
                        ? List.of()
                        : List.of(row(
                                "primary_id",
                                "primary-id",
                                "monitor_server",
                                end.monitor,
                                "backup_directory",
                                end.entry.get("backup_directory"),
                                "backup_share",
                                end.entry.get("backup_share"),
                                "backup_retention_period",
                                number(end.entry, "backup_retention_period"),
                                "backup_compression",
                                number(end.entry, "backup_compression"),
                                "last_backup_file",
                                end.lastBackup,
                                "last_backup_date",
                                ScriptedServer.NOW,
                                "backup_threshold",
                                number(end.entry, "backup_threshold"),
                                "threshold_alert_enabled",
                                number(end.entry, "threshold_alert_enabled"),
                                "history_retention_period",
                                number(end.entry, "history_retention_period"),
                                "job_id",
                                end.jobId("backup"),
                                "job_name",
                                end.job("backup"),
                                "job_enabled",
                                end.enabled.get("backup"))));
        end.session.answer("log_shipping_primary_secondaries AS s", p -> end.secondaries.stream()
                .map(s -> row("secondary_server", s.split("\\.")[0], "secondary_database", s.split("\\.")[1]))
                .toList());
        end.session.answer(
                "FROM msdb.dbo.log_shipping_secondary AS s",
                p -> end.entry == null
                        ? List.of()
                        : List.of(row(
                                "secondary_id",
                                "secondary-id",
                                "monitor_server",
                                end.monitor,
                                "primary_server",
                                end.entry.get("primary_server"),
                                "primary_database",
                                end.entry.get("primary_database"),
                                "backup_source_directory",
                                end.entry.get("backup_source_directory"),
                                "backup_destination_directory",
                                end.entry.get("backup_destination_directory"),
                                "file_retention_period",
                                number(end.entry, "file_retention_period"),
                                "last_copied_file",
                                end.lastCopied,
                                "last_copied_date",
                                ScriptedServer.NOW,
                                "secondary_database",
                                text(end.database, "secondary_database"),
                                "restore_delay",
                                number(end.database, "restore_delay"),
                                "restore_all",
                                number(end.database, "restore_all"),
                                "restore_mode",
                                number(end.database, "restore_mode"),
                                "disconnect_users",
                                number(end.database, "disconnect_users"),
                                "last_restored_file",
                                end.lastRestored,
                                "last_restored_date",
                                end.lastRestoredDate,
                                "restore_threshold",
                                number(end.database, "restore_threshold"),
                                "threshold_alert_enabled",
                                number(end.database, "threshold_alert_enabled"),
                                "history_retention_period",
                                number(end.database, "history_retention_period"),
                                "copy_id",
                                end.jobId("copy"),
                                "copy_name",
                                end.job("copy"),
                                "copy_enabled",
                                end.enabled.get("copy"),
                                "restore_id",
                                end.jobId("restore"),
                                "restore_name",
                                end.job("restore"),
                                "restore_enabled",
                                end.enabled.get("restore"))));
        end.session.answer(
                "TOP \\(1\\) run_status",
                p -> "alert-id".equals(p[0])
                        ? List.of(row("run_status", end.server.alertStatus, "message", "14421"))
                        : end.history.isEmpty() ? List.of() : List.of(end.history.get(end.history.size() - 1)));
        end.session.answer(
                "log_shipping_monitor_alert AS a",
                p -> end.alertJob
                        ? List.of(row(
                                "job_id",
                                "alert-id",
                                "name",
                                "LSAlert",
                                "enabled",
                                end.enabled.getOrDefault("alert", true)))
                        : List.of());
    }

    private static String text(Map<String, String> entry, String name) {
        return entry == null ? null : entry.get(name);
    }

    private static Long number(Map<String, String> entry, String name) {
        return text(entry, name) == null ? null : Long.valueOf(entry.get(name));
    }
}
