package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.server.Instance;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * What the alert job executes: error 14420 for a primary whose log backup is overdue, 14421 for a secondary that is
 * behind.
 */
final class AlertCheck {

    private final Instance instance;
    private final Msdb msdb;

    AlertCheck(Instance instance, Msdb msdb) {
        this.instance = instance;
        this.msdb = msdb;
    }

    /**
     * Writes the alerts to the journal, which stands for the error log; the job itself succeeds, as SQL Server's does.
     */
    String run() {
        int alerts = 0;
        for (Msdb.Row row :
                msdb.rows("SELECT * FROM msdb.log_shipping_monitor_primary WHERE threshold_alert_enabled = TRUE")) {
            alerts += alert(
                    14420,
                    "The log shipping primary database " + row.text("primary_server") + "."
                            + row.text("primary_database")
                            + " has backup threshold of %d minutes and has not performed a backup log operation for %d"
                            + " minutes.",
                    row.number("backup_threshold"),
                    row.time("last_backup_date"));
        }
        for (Msdb.Row row :
                msdb.rows("SELECT * FROM msdb.log_shipping_monitor_secondary WHERE threshold_alert_enabled = TRUE")) {
            alerts += alert(
                    14421,
                    "The log shipping secondary database " + row.text("secondary_server") + "."
                            + row.text("secondary_database")
                            + " has restore threshold of %d minutes and is out of sync. No restore was performed for"
                            + " %d minutes.",
                    row.number("restore_threshold"),
                    row.time("last_restored_date"));
        }
        return "Alerts raised: " + alerts + ".";
    }

    private int alert(int number, String text, int threshold, LocalDateTime last) {
        long minutes = last == null ? 0 : Duration.between(last, instance.now()).toMinutes();
        if (minutes <= threshold) {
            return 0;
        }
        instance.journal()
                .add(
                        Journal.Kind.EVENT,
                        instance.serverName(),
                        "SQLAgent",
                        "Error: " + number + ", Severity: 16. " + text.formatted(threshold, minutes));
        return 1;
    }
}
