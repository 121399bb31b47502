package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A database that is registered as log shipping primary.
 *
 * @param id {@code primary_id}, by which the backup job's history is found
 * @param threshold null when the monitor's row is missing
 * @param monitor the server that keeps the monitor's rows
 * @param secondaries {@code SERVER.database}
 * @param lastFile the last log backup; null before the first
 */
record PrimaryRegistration(
        String id,
        String directory,
        String share,
        long retention,
        long compression,
        Long threshold,
        boolean alerts,
        Long history,
        String monitor,
        AgentJobState job,
        List<String> secondaries,
        String lastFile,
        LocalDateTime lastDate) {

    static Optional<PrimaryRegistration> read(SqlSession session, String database)
            throws Failure, InterruptedException {
        List<SqlRow> rows = session.query(LogShippingQueries.PRIMARY, database);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        SqlRow row = rows.get(0);
        List<String> secondaries = new ArrayList<>();
        for (SqlRow secondary : session.query(LogShippingQueries.SECONDARIES, database)) {
            secondaries.add(secondary.text("secondary_server") + "." + secondary.text("secondary_database"));
        }
        return Optional.of(new PrimaryRegistration(
                row.word("primary_id"),
                row.text("backup_directory"),
                row.text("backup_share"),
                row.whole("backup_retention_period"),
                row.whole("backup_compression"),
                row.number("backup_threshold"),
                row.flag("threshold_alert_enabled"),
                row.number("history_retention_period"),
                row.text("monitor_server"),
                AgentJobState.read(session, row.text("job_id"), row.text("job_name"), row.flag("job_enabled")),
                secondaries,
                row.text("last_backup_file"),
                row.time("last_backup_date")));
    }

    /** Whether a part is missing that can't be added: its job, or its row in the monitor. */
    boolean broken() {
        return job.missing() || threshold == null;
    }

    /** Where it differs from what is wanted, in words; schedules and enabling are completed, not compared here. */
    List<String> differences(LogShippingNames names, String wantedShare, LogShippingSettings settings) {
        Differences differences = new Differences("primary");
        differences.text("backup directory", directory, wantedShare);
        differences.text("backup share", share, wantedShare);
        differences.number("backup retention", retention, settings.backup().retention());
        differences.number(
                "compression",
                compression,
                LogShippingSql.compression(settings.backup().compression()));
        differences.text("monitor server", monitor, names.primary());
        differences.number("backup threshold", threshold, settings.backup().threshold());
        differences.number("threshold alert", alerts ? 1L : 0L, settings.thresholdAlerts() ? 1 : 0);
        differences.number("history retention", history, settings.historyRetention());
        differences.job(job, names.backupJob(), settings.backup().interval());
        return differences.found();
    }

    boolean shipsTo(String secondary) {
        return secondaries.stream().anyMatch(secondary::equalsIgnoreCase);
    }

    /** The secondaries other than this one. */
    List<String> foreign(String secondary) {
        return secondaries.stream().filter(s -> !s.equalsIgnoreCase(secondary)).toList();
    }

    String line() {
        return "log shipping primary: to " + share + ", " + job.line() + ", secondaries "
                + (secondaries.isEmpty() ? "none" : String.join(", ", secondaries)) + ", last log backup "
                + (lastFile == null ? "none" : lastFile + " at " + lastDate);
    }
}
