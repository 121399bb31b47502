package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.OperationId;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The names that log shipping of one database goes by. Servers are called as they call themselves: the jobs connect by
 * these names, and a name with a port would be stored as it is and lead nowhere.
 *
 * @param primary {@code SERVERPROPERTY('ServerName')} of the primary
 * @param secondary the same of the secondary
 */
record LogShippingNames(
        String primary, String secondary, String database, String backupJob, String copyJob, String restoreJob) {

    /** Management Studio's names of the schedules; they need not be unique. */
    static final String COPY_SCHEDULE = "DefaultCopyJobSchedule";

    static final String RESTORE_SCHEDULE = "DefaultRestoreJobSchedule";

    private static final int SYSNAME = 128;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");

    static LogShippingNames of(String primary, String secondary, String database, LogShippingSettings settings) {
        return new LogShippingNames(
                primary,
                secondary,
                database,
                expand(settings.backup().jobName(), primary, secondary, database),
                expand(settings.copy().jobName(), primary, secondary, database),
                expand(settings.restore().jobName(), primary, secondary, database));
    }

    private static String expand(String pattern, String primary, String secondary, String database) {
        return pattern.replace("{primary}", primary)
                .replace("{secondary}", secondary)
                .replace("{database}", database);
    }

    /** A job name that {@code sysname} can't hold; null if all fit. */
    String tooLong() {
        for (String name : new String[] {backupJob, copyJob, restoreJob}) {
            if (name.length() > SYSNAME) {
                return name;
            }
        }
        return null;
    }

    String backupSchedule() {
        return "LSBackupSchedule_" + primary + "1";
    }

    /** The name in the header of the backup that initialises the secondary. */
    static String initialBackup(String database) {
        return database + " log shipping initialisation";
    }

    /** The file of that backup, by the primary's clock. */
    static UncPath initialFile(UncPath share, String database, LocalDateTime time) {
        return share.resolve(database + "_lsinit_" + STAMP.format(time) + ".bak");
    }

    /** Whether a backup initialises secondaries, whichever execution took it. */
    static boolean isInitial(BackupSet set) {
        return initialBackup(set.database()).equalsIgnoreCase(set.name());
    }

    /** Whether a backup initialises secondaries and was taken by this very operation. */
    static boolean isInitialOf(OperationId id, BackupSet set) {
        return isInitial(set) && HandOver.description(id, null).equals(set.description());
    }
}
