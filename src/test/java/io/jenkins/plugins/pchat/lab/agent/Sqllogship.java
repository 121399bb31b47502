package io.jenkins.plugins.pchat.lab.agent;

import io.jenkins.plugins.pchat.lab.server.Instance;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the steps of log shipping's jobs execute: {@code sqllogship.exe -Backup|-Copy|-Restore <id> -server <name>}, and
 * the alert check.
 */
final class Sqllogship {

    private static final Pattern COMMAND = Pattern.compile(
            ".*sqllogship\\.exe\"?\\s+-(backup|copy|restore)\\s+([0-9a-f-]{36})\\s+-server\\s+(\\S+)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final String EXECUTABLE =
            "\"C:\\Program Files\\Microsoft SQL Server\\120\\Tools\\Binn\\sqllogship.exe\"";

    /** The T-SQL of the alert job. */
    static final String ALERT_CHECK = "exec sys.sp_check_log_shipping_monitor_alert";

    private final Instance instance;
    private final LogBackup backup;
    private final LogCopy copy;
    private final LogRestore restore;
    private final AlertCheck alert;

    Sqllogship(Instance instance, Msdb msdb) {
        this.instance = instance;
        this.backup = new LogBackup(instance, msdb);
        this.copy = new LogCopy(instance, msdb);
        this.restore = new LogRestore(instance, msdb);
        this.alert = new AlertCheck(instance, msdb);
    }

    /** A step did not do what it should; the message is its output. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    /** The command of a job's step. */
    static String command(String verb, UUID id, String server) {
        return EXECUTABLE + " -" + verb + " " + id.toString().toUpperCase(Locale.ROOT) + " -server " + server;
    }

    /** Runs a step's command and returns its output. */
    String run(String subsystem, String command) throws Failed, InterruptedException {
        if (subsystem.equalsIgnoreCase("TSQL") && command.trim().equalsIgnoreCase(ALERT_CHECK)) {
            return alert.run();
        }
        Matcher parts = COMMAND.matcher(command == null ? "" : command);
        if (!parts.matches()) {
            throw new Failed(
                    "The lab's SQL Server Agent runs sqllogship.exe and the check of the alert job, nothing else: "
                            + command);
        }
        if (!parts.group(3).equalsIgnoreCase(instance.serverName())) {
            throw new Failed(
                    "Could not connect to server " + parts.group(3) + ": this is " + instance.serverName() + ".");
        }
        UUID id = UUID.fromString(parts.group(2));
        return switch (parts.group(1).toLowerCase(Locale.ROOT)) {
            case "backup" -> backup.run(id);
            case "copy" -> copy.run(id);
            default -> restore.run(id);
        };
    }
}
