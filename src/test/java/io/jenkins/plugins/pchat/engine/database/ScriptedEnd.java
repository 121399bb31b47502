package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;

import io.jenkins.plugins.pchat.engine.sql.ScriptedSession;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One end of log shipping: its Agent, and its tables of {@code msdb}, which the procedures change. */
final class ScriptedEnd {

    private static final Pattern ARGUMENT = Pattern.compile("@(\\w+) = (?:N'((?:[^']|'')*)'|(-?\\d+))");

    final ScriptedServer server;
    final ScriptedSession session;
    boolean agentRuns = true;
    boolean agentProcedures = true;
    boolean named = true;
    boolean alertJob;
    long rows = 100;
    String edition = "Enterprise Edition";
    /** The arguments of the procedures that registered it; null when nothing is registered. */
    Map<String, String> entry;
    Map<String, String> database;
    boolean ships;
    final List<String> secondaries = new ArrayList<>();
    final Map<String, Boolean> enabled = new TreeMap<>();
    final Map<String, Integer> schedules = new TreeMap<>();
    final List<SqlRow> strangers = new ArrayList<>();
    final List<SqlRow> logBackups = new ArrayList<>();
    final List<SqlRow> history = new ArrayList<>();
    final List<String> errors = new ArrayList<>();
    String lastBackup;
    String lastCopied;
    String lastRestored;
    LocalDateTime lastRestoredDate;
    String jobFails;

    ScriptedEnd(String name) {
        server = new ScriptedServer(name);
        session = server.session;
        service();
        registered();
        jobs();
        effects();
    }

    String job(String id) {
        return entry == null ? null : entry.get(id + "_job_name");
    }

    private Object jobId(String id) {
        return job(id) == null || !enabled.containsKey(id) ? null : id + "-id";
    }

    private void service() {
        session.answer("@@SERVERNAME", p -> List.of(row(
                "server_name", named ? server.name : null, "property_name", server.name, "product_version",
                server.version, "edition", edition, "server_collation", "Latin1_General_CI_AS", "default_data_path", null,
                "default_log_path", null, "login_name", "pchat", "is_sysadmin", server.sysadmin ? 1 : 0, "server_time",
                ScriptedServer.NOW)));
        session.answer("Agent XPs", p -> List.of(row("server_name", named ? server.name : null, "agent_xps",
                agentProcedures ? 1 : 0)));
        session.answer("dm_server_services", p -> List.of(row("servicename", "SQL Server Agent (RTC)", "status",
                agentRuns ? 4 : 1, "status_desc", "x", "service_account", "DCI\\svc-sqlagent")));
        session.answer("p\\.row_count", p -> List.of(row("row_count", rows)));
        session.answer("sys.sysprocesses\\s+WHERE dbid", p -> List.of());
        session.answer("s\\.type = 'L'", p -> List.copyOf(logBackups));
    }

    private void registered() {
        session.answer("SELECT secondary_database FROM", p -> database == null ? List.of() : List.of(row("secondary_database", "mgc")));
        session.answer("SELECT primary_database, last_backup_file", p -> ships ? List.of(row("primary_database", "mgc")) : List.of());
        session.answer("FROM msdb.dbo.log_shipping_primary_databases AS p", p -> entry == null ? List.of() : List.of(row(
                "primary_id", "primary-id", "backup_directory", entry.get("backup_directory"), "backup_share",
                entry.get("backup_share"), "backup_retention_period", number(entry, "backup_retention_period"),
                "backup_compression", number(entry, "backup_compression"), "last_backup_file", lastBackup, "last_backup_date",
                ScriptedServer.NOW, "backup_threshold", number(entry, "backup_threshold"), "threshold_alert_enabled",
                number(entry, "threshold_alert_enabled"), "history_retention_period", number(entry, "history_retention_period"),
                "job_id", jobId("backup"), "job_name", job("backup"), "job_enabled", enabled.get("backup"))));
        session.answer("log_shipping_primary_secondaries AS s", p -> secondaries.stream()
                .map(s -> row("secondary_server", s.split("\\.")[0], "secondary_database", s.split("\\.")[1])).toList());
        session.answer("FROM msdb.dbo.log_shipping_secondary AS s", p -> entry == null ? List.of() : List.of(row(
                "secondary_id", "secondary-id", "primary_server", entry.get("primary_server"), "primary_database",
                entry.get("primary_database"), "backup_source_directory", entry.get("backup_source_directory"),
                "backup_destination_directory", entry.get("backup_destination_directory"), "file_retention_period",
                number(entry, "file_retention_period"), "last_copied_file", lastCopied, "last_copied_date", ScriptedServer.NOW,
                "secondary_database", text(database, "secondary_database"), "restore_delay", number(database, "restore_delay"),
                "restore_all", number(database, "restore_all"), "restore_mode", number(database, "restore_mode"),
                "disconnect_users", number(database, "disconnect_users"), "last_restored_file", lastRestored,
                "last_restored_date", lastRestoredDate, "restore_threshold", number(database, "restore_threshold"),
                "threshold_alert_enabled", number(database, "threshold_alert_enabled"), "history_retention_period",
                number(database, "history_retention_period"), "copy_id", jobId("copy"), "copy_name", job("copy"),
                "copy_enabled", enabled.get("copy"), "restore_id", jobId("restore"), "restore_name", job("restore"),
                "restore_enabled", enabled.get("restore"))));
        session.answer("log_shipping_monitor_alert AS a", p -> alertJob ? List.of(row("name", "LSAlert", "enabled", 1)) : List.of());
    }

    private static String text(Map<String, String> entry, String name) {
        return entry == null ? null : entry.get(name);
    }

    private static Long number(Map<String, String> entry, String name) {
        return text(entry, name) == null ? null : Long.valueOf(entry.get(name));
    }

    private void jobs() {
        session.answer("sysjobschedules AS a", p -> {
            Integer every = schedules.get(((String) p[0]).replace("-id", ""));
            return every == null ? List.of() : List.of(row("schedule_id", 1, "name", "s", "enabled", 1, "freq_type", 4, "freq_interval", 1,
                    "freq_subday_type", 4, "freq_subday_interval", every, "active_start_time", 0, "active_end_time", 235900));
        });
        session.answer("WHERE j.name = \\?", p -> strangers.stream().filter(r -> r.text("name").equals(p[0])).toList());
        session.answer("AS job_id FROM msdb", p -> List.of(row("job_id", "some-id")));
        session.answer("MAX\\(instance_id\\)", p -> List.of(row("instance_id", history.isEmpty() ? null : history.size(),
                "server_time", ScriptedServer.NOW)));
        session.answer("instance_id > \\?", p -> history.stream()
                .filter(r -> r.number("instance_id") > ((Number) p[1]).longValue()).toList());
        session.answer("error_detail", p -> errors.stream().map(e -> row("message", e)).toList());
    }

    private void effects() {
        session.effect("sp_add_log_shipping_primary_database|sp_add_log_shipping_secondary_primary", (sql, c) -> {
            entry = arguments(sql);
            List.of("backup", "copy", "restore").forEach(job -> {
                if (entry.containsKey(job + "_job_name")) {
                    enabled.put(job, false);
                    schedules.remove(job);
                }
            });
        });
        session.effect("sp_add_log_shipping_primary_secondary", (sql, c) -> secondaries.add(
                arguments(sql).get("secondary_server") + ".mgc"));
        session.effect("sp_add_log_shipping_secondary_database", (sql, c) -> database = arguments(sql));
        session.effect("sp_add_log_shipping_alert_job", (sql, c) -> alertJob = true);
        session.effect("sp_attach_schedule", (sql, c) -> schedules.put(jobOf(sql), Integer.valueOf(arguments(sql).get("freq_subday_interval"))));
        session.effect("sp_update_job", (sql, c) -> enabled.put(jobOf(sql), true));
        session.effect("sp_delete_log_shipping_primary_secondary", (sql, c) -> secondaries.clear());
        session.effect("sp_delete_log_shipping_primary_database|sp_delete_log_shipping_secondary_primary", (sql, c) -> {
            entry = null;
            enabled.clear();
            lastCopied = null;
        });
        session.effect("sp_delete_log_shipping_secondary_database", (sql, c) -> {
            database = null;
            lastRestored = null;
        });
        session.effect("sp_delete_job", (sql, c) -> strangers.removeIf(r -> r.text("name").equals(arguments(sql).get("job_name"))));
    }

    private static String jobOf(String sql) {
        Matcher matcher = Pattern.compile("SELECT @job_id = (\\w+)_job_id").matcher(sql);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** The named arguments of a batch. */
    static Map<String, String> arguments(String sql) {
        Map<String, String> arguments = new TreeMap<>();
        Matcher matcher = ARGUMENT.matcher(sql);
        while (matcher.find()) {
            arguments.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2).replace("''", "'"));
        }
        return arguments;
    }
}
