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
    boolean alertJob;
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
    String monitor;
    String lastBackup;
    String lastCopied;
    String lastRestored;
    LocalDateTime lastRestoredDate;
    String jobFails;

    ScriptedEnd(String name) {
        server = new ScriptedServer(name);
        server.defaultDataPath = null;
        server.defaultLogPath = null;
        monitor = name;
        session = server.session;
        service();
        new ScriptedEntries(this).script();
        jobs();
        effects();
    }

    String job(String id) {
        return entry == null ? null : entry.get(id + "_job_name");
    }

    Object jobId(String id) {
        return job(id) == null || !enabled.containsKey(id) ? null : id + "-id";
    }

    private void service() {
        session.answer(
                "Agent XPs",
                p -> List.of(
                        row("server_name", server.named ? server.name : null, "agent_xps", agentProcedures ? 1 : 0)));
        session.answer(
                "dm_server_services",
                p -> List.of(row(
                        "servicename",
                        "SQL Server Agent (RTC)",
                        "status",
                        agentRuns ? 4 : 1,
                        "service_account",
                        "DCI\\svc-sqlagent")));
        session.answer("sys.sysprocesses\\s+WHERE dbid", p -> List.of());
        session.answer("s\\.type = 'L'", p -> List.copyOf(logBackups));
    }

    private void jobs() {
        session.answer("sysjobschedules AS a", p -> {
            Integer every = schedules.get(((String) p[0]).replace("-id", ""));
            return every == null
                    ? List.of()
                    : List.of(row(
                            "schedule_id",
                            1,
                            "name",
                            "s",
                            "enabled",
                            1,
                            "freq_type",
                            4,
                            "freq_interval",
                            1,
                            "freq_subday_type",
                            4,
                            "freq_subday_interval",
                            every,
                            "active_start_time",
                            0,
                            "active_end_time",
                            235900));
        });
        session.answer(
                "WHERE j.name = \\?",
                p -> strangers.stream().filter(r -> r.text("name").equals(p[0])).toList());
        session.answer("AS job_id FROM msdb", p -> List.of(row("job_id", "some-id")));
        session.answer(
                "MAX\\(instance_id\\)",
                p -> List.of(row(
                        "instance_id", history.isEmpty() ? null : history.size(), "server_time", ScriptedServer.NOW)));
        session.answer("instance_id > \\?", p -> history.stream()
                .filter(r -> r.number("instance_id") > ((Number) p[1]).longValue())
                .toList());
        session.answer(
                "error_detail", p -> errors.stream().map(e -> row("message", e)).toList());
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
        session.effect(
                "sp_add_log_shipping_primary_secondary",
                (sql, c) -> secondaries.add(arguments(sql).get("secondary_server") + ".mgc"));
        session.effect("sp_add_log_shipping_secondary_database", (sql, c) -> database = arguments(sql));
        session.effect("sp_add_log_shipping_alert_job", (sql, c) -> alertJob = true);
        session.effect(
                "sp_attach_schedule",
                (sql, c) ->
                        schedules.put(jobOf(sql), Integer.valueOf(arguments(sql).get("freq_subday_interval"))));
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
        session.effect(
                "sp_delete_job",
                (sql, c) -> strangers.removeIf(
                        r -> r.text("name").equals(arguments(sql).get("job_name"))));
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
            arguments.put(
                    matcher.group(1),
                    matcher.group(2) == null
                            ? matcher.group(3)
                            : matcher.group(2).replace("''", "'"));
        }
        return arguments;
    }
}
