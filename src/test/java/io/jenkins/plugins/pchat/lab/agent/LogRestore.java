package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.server.Instance;
import io.jenkins.plugins.pchat.lab.storage.Storage.WindowsException;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** {@code sqllogship -Restore}: restores the copied log backups in order, WITH NORECOVERY, then cleans up. */
final class LogRestore {

    /** The log backup begins after the end of what was restored: one between them is missing. */
    private static final int TOO_RECENT = 4305;
    /** The log backup ends before the end of what was restored: it was taken before the initialising backup. */
    private static final int TOO_EARLY = 4326;

    private final Instance instance;
    private final Msdb msdb;

    LogRestore(Instance instance, Msdb msdb) {
        this.instance = instance;
        this.msdb = msdb;
    }

    String run(UUID secondary) throws Sqllogship.Failed, InterruptedException {
        Msdb.Row row = msdb.row(
                        "SELECT s.*, d.secondary_database, d.restore_delay, d.restore_all, d.last_restored_file,"
                                + " m.history_retention_period FROM msdb.log_shipping_secondary s JOIN"
                                + " msdb.log_shipping_secondary_databases d ON d.secondary_id = s.secondary_id JOIN"
                                + " msdb.log_shipping_monitor_secondary m ON m.secondary_id = s.secondary_id AND"
                                + " m.secondary_database = d.secondary_database WHERE s.secondary_id = ?",
                        secondary)
                .orElseThrow(() -> new Sqllogship.Failed(
                        "The specified agent_id " + secondary + " or agent_type 2 do not form a valid pair (32016)."));
        ShippingLog log =
                new ShippingLog(instance, msdb, ShippingLog.Agent.RESTORE, secondary, row.text("secondary_database"));
        TrnFiles local = new TrnFiles(instance, row.text("primary_database"), row.text("backup_destination_directory"));
        List<String> pending;
        try {
            pending = local.later(TrnFiles.fileName(row.text("last_restored_file")));
        } catch (WindowsException e) {
            throw log.error(
                    "Could not read the folder '" + row.text("backup_destination_directory") + "': " + e.getMessage());
        }
        String youngest = local.newestAllowed(row.number("restore_delay"));
        int restored = 0;
        String last = TrnFiles.fileName(row.text("last_restored_file"));
        for (String file : pending) {
            if (file.compareToIgnoreCase(youngest) > 0 || restored == 1 && row.number("restore_all") == 0) {
                break;
            }
            if (restored(row, local, file, log)) {
                restored++;
                last = file;
            }
        }
        cleanUp(local, row, last, log);
        return restored == 0
                ? log.warning("Could not find a log backup file that could be applied to secondary database '"
                        + row.text("secondary_database") + "'.")
                : log.success("Number of files restored: " + restored + ".");
    }

    private boolean restored(Msdb.Row row, TrnFiles local, String file, ShippingLog log)
            throws Sqllogship.Failed, InterruptedException {
        String database = row.text("secondary_database");
        try {
            instance.restoreLog(database, local.path(file), "sqllogship");
        } catch (ServerError e) {
            if (e.number() == TOO_EARLY) {
                log.running("Skipped " + local.path(file) + ": it is older than the database.");
                return false;
            }
            String text = "Could not apply log backup file '" + local.path(file) + "' to secondary database '"
                    + database + "': " + e.getMessage() + " (Microsoft SQL Server, Error: " + e.number() + ")";
            throw log.error(
                    e.number() == TOO_RECENT ? text + " The file is too recent; one before it is missing." : text);
        }
        done(row, local.path(file));
        log.running("Restored " + local.path(file) + ".");
        return true;
    }

    private void done(Msdb.Row row, String path) {
        LocalDateTime now = instance.now();
        msdb.update(
                "UPDATE msdb.log_shipping_secondary_databases SET last_restored_file = ?, last_restored_date = ?"
                        + " WHERE secondary_database = ?",
                path,
                now,
                row.text("secondary_database"));
        msdb.update(
                "UPDATE msdb.log_shipping_monitor_secondary SET last_restored_file = ?, last_restored_date = ?,"
                        + " last_restored_date_utc = ?, last_restored_latency = ? WHERE secondary_id = ? AND"
                        + " secondary_database = ?",
                path,
                now,
                now,
                (int) Math.max(0, Duration.between(TrnFiles.stamp(path), now).toMinutes()),
                row.id("secondary_id"),
                row.text("secondary_database"));
    }

    private void cleanUp(TrnFiles local, Msdb.Row row, String last, ShippingLog log) throws Sqllogship.Failed {
        try {
            local.deleteOlderThan(row.number("file_retention_period"), last);
        } catch (WindowsException e) {
            throw log.error("Could not delete old log backup files: " + e.getMessage());
        }
        log.cleanUp(row.number("history_retention_period"));
    }
}
