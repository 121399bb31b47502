package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A primary that is registered on the secondary, and the database that its log is restored to.
 *
 * @param id {@code secondary_id}, by which the history of copy and restore job is found
 * @param monitor the server that keeps the monitor's rows
 * @param database the secondary database; null when only the primary was registered
 * @param threshold null when the monitor's row is missing
 * @param lastCopied null before the first
 * @param lastRestored null before the first
 */
record SecondaryRegistration(
        String id,
        String primaryServer,
        String primaryDatabase,
        String source,
        String destination,
        long retention,
        String monitor,
        AgentJobState copyJob,
        AgentJobState restoreJob,
        String database,
        Long delay,
        boolean restoreAll,
        boolean standby,
        boolean disconnect,
        Long threshold,
        boolean alerts,
        Long history,
        String lastCopied,
        LocalDateTime lastCopiedDate,
        String lastRestored,
        LocalDateTime lastRestoredDate) {

    /** All registrations that have to do with a database, of whichever primary. */
    static List<SecondaryRegistration> read(SqlSession session, String database) throws Failure, InterruptedException {
        List<SecondaryRegistration> found = new ArrayList<>();
        for (SqlRow row : session.query(LogShippingQueries.SECONDARY, database, database)) {
            found.add(new SecondaryRegistration(
                    row.word("secondary_id"),
                    row.word("primary_server"),
                    row.word("primary_database"),
                    row.text("backup_source_directory"),
                    row.text("backup_destination_directory"),
                    row.whole("file_retention_period"),
                    row.text("monitor_server"),
                    AgentJobState.read(session, row.text("copy_id"), row.text("copy_name"), row.flag("copy_enabled")),
                    AgentJobState.read(
                            session, row.text("restore_id"), row.text("restore_name"), row.flag("restore_enabled")),
                    row.text("secondary_database"),
                    row.number("restore_delay"),
                    row.flag("restore_all"),
                    row.flag("restore_mode"),
                    row.flag("disconnect_users"),
                    row.number("restore_threshold"),
                    row.flag("threshold_alert_enabled"),
                    row.number("history_retention_period"),
                    row.text("last_copied_file"),
                    row.time("last_copied_date"),
                    row.text("last_restored_file"),
                    row.time("last_restored_date")));
        }
        return found;
    }

    /** Whether a part is missing that can't be added: a job, or the database's row in the monitor. */
    boolean broken() {
        return copyJob.missing() || restoreJob.missing() || database != null && threshold == null;
    }

    /** Where it differs from what is wanted, in words; what is not there yet is completed, not compared here. */
    List<String> differences(LogShippingNames names, ConfigureLogShipping.Request request) {
        LogShippingSettings settings = request.settings();
        Differences differences = new Differences("secondary");
        differences.text("primary server", primaryServer, names.primary());
        differences.text("primary database", primaryDatabase, names.database());
        differences.text("source folder", source, request.share());
        differences.text("copy folder", destination, request.copyDirectory());
        differences.number("copy retention", retention, settings.copy().retention());
        differences.text("monitor server", monitor, names.secondary());
        differences.job(copyJob, names.copyJob(), settings.copy().interval());
        differences.job(restoreJob, names.restoreJob(), settings.restore().interval());
        if (database != null) {
            differences.text("secondary database", database, names.database());
            differences.number("restore delay", delay, 0);
            differences.number("restore all", restoreAll ? 1L : 0L, 1);
            differences.number("standby", standby ? 1L : 0L, 0);
            differences.number("disconnect users", disconnect ? 1L : 0L, 0);
            differences.number(
                    "restore threshold", threshold, settings.restore().threshold());
            differences.number("threshold alert", alerts ? 1L : 0L, settings.thresholdAlerts() ? 1 : 0);
            differences.number("history retention", history, settings.historyRetention());
        }
        return differences.found();
    }

    String line() {
        return "log shipping secondary of " + primaryServer + "." + primaryDatabase + ": copies to " + destination
                + ", "
                + copyJob.line() + ", " + restoreJob.line() + ", "
                + (database == null ? "no database yet" : "database " + database) + ", last copied "
                + (lastCopied == null ? "none" : lastCopied) + ", last restored "
                + (lastRestored == null ? "none" : lastRestored + " at " + lastRestoredDate);
    }
}
