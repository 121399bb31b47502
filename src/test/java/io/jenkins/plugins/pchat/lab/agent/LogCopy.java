package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.server.Instance;
import io.jenkins.plugins.pchat.lab.storage.Storage.WindowsException;
import java.util.List;
import java.util.UUID;

/**
 * {@code sqllogship -Copy}: copies the log backups that are new on the share to the secondary's own folder, under the
 * Agent's account.
 */
final class LogCopy {

    private final Instance instance;
    private final Msdb msdb;

    LogCopy(Instance instance, Msdb msdb) {
        this.instance = instance;
        this.msdb = msdb;
    }

    String run(UUID secondary) throws Sqllogship.Failed, InterruptedException {
        Msdb.Row row = msdb.row("SELECT * FROM msdb.log_shipping_secondary WHERE secondary_id = ?", secondary)
                .orElseThrow(() -> new Sqllogship.Failed(
                        "The specified agent_id " + secondary + " or agent_type 1 do not form a valid pair (32016)."));
        String database = row.text("primary_database");
        ShippingLog log = new ShippingLog(instance, msdb, ShippingLog.Agent.COPY, secondary, database);
        TrnFiles share = new TrnFiles(instance, database, row.text("backup_source_directory"));
        TrnFiles local = new TrnFiles(instance, database, row.text("backup_destination_directory"));
        List<String> pending;
        try {
            share.agentReads();
            pending = share.later(TrnFiles.fileName(row.text("last_copied_file")));
        } catch (WindowsException e) {
            throw log.error(
                    "Could not read the folder '" + row.text("backup_source_directory") + "': " + e.getMessage());
        }
        for (String file : pending) {
            try {
                share.copy(file, local);
            } catch (WindowsException e) {
                throw log.error(
                        "Could not copy '" + share.path(file) + "' to '" + local.path(file) + "': " + e.getMessage());
            }
            copied(secondary, local.path(file));
            log.running("Copied " + share.path(file) + " to " + local.path(file) + ".");
        }
        return log.success("Number of files copied: " + pending.size() + ".");
    }

    private void copied(UUID secondary, String path) {
        msdb.update(
                "UPDATE msdb.log_shipping_secondary SET last_copied_file = ?, last_copied_date = ? WHERE secondary_id"
                        + " = ?",
                path,
                instance.now(),
                secondary);
        msdb.update(
                "UPDATE msdb.log_shipping_monitor_secondary SET last_copied_file = ?, last_copied_date = ?,"
                        + " last_copied_date_utc = ? WHERE secondary_id = ?",
                path,
                instance.now(),
                instance.now(),
                secondary);
    }
}
