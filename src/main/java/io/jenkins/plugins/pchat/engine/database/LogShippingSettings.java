package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.PlainText;
import java.io.Serializable;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How the log is shipped: intervals, retentions, thresholds, job names. All times are minutes. The defaults are those
 * of the dialog in SQL Server Management Studio. What the Persistent Chat documents fix is no setting: the secondary
 * stays in NORECOVERY (so no user is ever disconnected for a restore), and log backups are restored without delay.
 *
 * @param thresholdAlerts whether errors 14420 and 14421 are raised when a threshold is passed
 * @param historyRetention how long the history of the jobs is kept
 * @param jobTimeout how long each job of the proving cycle may run
 */
public record LogShippingSettings(
        Backup backup,
        Copy copy,
        Restore restore,
        boolean thresholdAlerts,
        int historyRetention,
        int jobTimeout,
        OnExisting onExisting)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Log backups and copied files are kept for three days at least: as long as the secondary may be away over a
     * weekend.
     */
    static final int LEAST_RETENTION = 72 * 60;

    private static final int YEAR = 366 * 24 * 60;

    /** What to do with log shipping of the same database that was configured before. */
    public enum OnExisting {
        /** Complete it when it is a part of what is wanted; refuse when it differs. */
        FAIL,
        /** Remove it when it differs, and configure anew. */
        REPLACE;

        /** Reads the word of a step parameter; null is the default, {@code fail}. */
        public static OnExisting of(String word) {
            if (word == null) {
                return FAIL;
            }
            for (OnExisting value : values()) {
                if (value.word().equals(word)) {
                    return value;
                }
            }
            throw new IllegalArgumentException(
                    "onExisting is " + PlainText.quoted(word) + "; it can be 'fail' or 'replace'.");
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The log backup on the primary.
     *
     * @param interval between two runs, 1 to 59
     * @param retention after which a log backup on the share is deleted
     * @param threshold without a log backup, after which 14420 is raised
     * @param jobName may hold {@code {primary}}, {@code {secondary}} and {@code {database}}
     */
    public record Backup(int interval, int retention, int threshold, Compression compression, String jobName)
            implements Serializable {
        private static final long serialVersionUID = 1L;

        public Backup {
            between("backupInterval", interval, 1, 59);
            between("backupRetention", retention, LEAST_RETENTION, YEAR);
            between("backupThreshold", threshold, interval, YEAR);
            name("backupJobName", jobName);
        }
    }

    /**
     * The copy on the secondary, from the share to its own folder.
     *
     * @param interval between two runs, 1 to 59
     * @param retention after which a copied file is deleted
     * @param jobName as in {@link Backup}
     */
    public record Copy(int interval, int retention, String jobName) implements Serializable {
        private static final long serialVersionUID = 1L;

        public Copy {
            between("copyInterval", interval, 1, 59);
            between("copyRetention", retention, LEAST_RETENTION, YEAR);
            name("copyJobName", jobName);
        }
    }

    /**
     * The restore on the secondary, WITH NORECOVERY.
     *
     * @param interval between two runs, 1 to 59
     * @param threshold without a restore, after which 14421 is raised
     * @param jobName as in {@link Backup}
     */
    public record Restore(int interval, int threshold, String jobName) implements Serializable {
        private static final long serialVersionUID = 1L;

        public Restore {
            between("restoreInterval", interval, 1, 59);
            between("restoreThreshold", threshold, interval, YEAR);
            name("restoreJobName", jobName);
        }
    }

    public LogShippingSettings {
        int slowest = backup.interval() + copy.interval() + restore.interval();
        if (restore.threshold() < slowest) {
            throw new IllegalArgumentException(
                    "the restore threshold is " + restore.threshold() + " minutes, but a change may take "
                            + slowest + " minutes to reach the secondary (the three intervals together):"
                            + " alert 14421 would be raised while all is well.");
        }
        between("historyRetention", historyRetention, restore.threshold(), YEAR);
        between("jobTimeout", jobTimeout, 1, YEAR);
        if (Stream.of(backup.jobName(), copy.jobName(), restore.jobName())
                        .distinct()
                        .count()
                < 3) {
            throw new IllegalArgumentException("the backup, copy and restore jobs must have three different names.");
        }
    }

    /**
     * What Management Studio suggests: every 15 minutes, kept for 3 days, alerts after 60 and 45 minutes, history of 4
     * days.
     */
    public static LogShippingSettings defaults() {
        return new LogShippingSettings(
                new Backup(15, 4320, 60, Compression.DEFAULT, "LSBackup_{database}"),
                new Copy(15, 4320, "LSCopy_{primary}_{database}"),
                new Restore(15, 45, "LSRestore_{primary}_{database}"),
                true,
                5760,
                60,
                OnExisting.FAIL);
    }

    private static void between(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    what + " is " + value + " minutes; it can be " + least + " to " + most + ".");
        }
    }

    private static void name(String what, String value) {
        if (value == null || value.isBlank() || value.length() > 128 || !PlainText.isPlain(value)) {
            throw new IllegalArgumentException(what + " must have 1 to 128 characters, none of them a control"
                    + " character or a mark of writing direction.");
        }
    }
}
