package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.server.Instance;
import io.jenkins.plugins.pchat.lab.storage.Storage.WindowsException;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.UUID;

/** {@code sqllogship -Backup}: a log backup of the primary database to its share, then the clean-up of old ones. */
final class LogBackup {

    private final Instance instance;
    private final Msdb msdb;

    LogBackup(Instance instance, Msdb msdb) {
        this.instance = instance;
        this.msdb = msdb;
    }

    String run(UUID primary) throws Sqllogship.Failed, InterruptedException {
        Msdb.Row row = msdb.row(
                        "SELECT p.*, m.history_retention_period FROM msdb.log_shipping_primary_databases p JOIN"
                                + " msdb.log_shipping_monitor_primary m ON m.primary_id = p.primary_id WHERE p.primary_id"
                                + " = ?",
                        primary)
                .orElseThrow(() -> new Sqllogship.Failed(
                        "The specified agent_id " + primary + " or agent_type 0 do not form a valid pair (32016)."));
        String database = row.text("primary_database");
        ShippingLog log = new ShippingLog(instance, msdb, ShippingLog.Agent.BACKUP, primary, database);
        if (!"ONLINE".equals(instance.databaseState(database))) {
            return log.warning(
                    "Database " + database + " is " + instance.databaseState(database) + "; it is not backed up here.");
        }
        TrnFiles files = new TrnFiles(instance, database, row.text("backup_directory"));
        String file = files.newName(row.text("last_backup_file"));
        try {
            instance.backupLog(database, files.path(TrnFiles.working(file)), "sqllogship");
        } catch (ServerError e) {
            throw log.error("Could not back up the log of database '" + database + "' to '" + files.path(file) + "': "
                    + e.getMessage() + " (Microsoft SQL Server, Error: " + e.number() + ")");
        }
        try {
            files.complete(file);
        } catch (WindowsException e) {
            throw log.error("Log shipping could not rename " + files.path(TrnFiles.working(file)) + " (32029): "
                    + e.getMessage());
        }
        done(primary, files.path(file));
        log.success("The log of database '" + database + "' was backed up to " + files.path(file) + ".");
        cleanUp(files, row, file, log);
        return "Backed up " + files.path(file) + ".";
    }

    private void cleanUp(TrnFiles files, Msdb.Row row, String file, ShippingLog log) throws Sqllogship.Failed {
        try {
            int deleted = files.deleteOlderThan(row.number("backup_retention_period"), file);
            log.running("Deleted " + deleted + " old log backup files.");
        } catch (WindowsException e) {
            throw log.error("Could not delete old log backup files: " + e.getMessage());
        }
        log.cleanUp(row.number("history_retention_period"));
    }

    private void done(UUID primary, String path) {
        msdb.update(
                "UPDATE msdb.log_shipping_primary_databases SET last_backup_file = ?, last_backup_date = ? WHERE"
                        + " primary_id = ?",
                path,
                instance.now(),
                primary);
        msdb.update(
                "UPDATE msdb.log_shipping_monitor_primary SET last_backup_file = ?, last_backup_date = ?,"
                        + " last_backup_date_utc = ? WHERE primary_id = ?",
                path,
                instance.now(),
                instance.now(),
                primary);
    }
}
