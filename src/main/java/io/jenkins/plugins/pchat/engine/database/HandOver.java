package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.OperationId;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** How the backup that is handed over to the primary instance is called, and how it is found again. */
public final class HandOver {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");
    private static final String MARK = "pchat-failback ";

    private HandOver() {}

    /** The name in the backup's header. */
    public static String name(String database) {
        return database + " failback hand-over";
    }

    /** The name in the header of a backup that is taken for trying things out, and never handed over. */
    static String trialName(String database) {
        return database + " failback trial";
    }

    /** The description in the backup's header: it tells which execution took the backup. */
    public static String description(OperationId id, String text) {
        return MARK + id + (text == null ? "" : " " + text);
    }

    /**
     * The same with what had been written to the database, so that whoever overwrites the database later can tell whether more has been since.
     *
     * @param stamp the text of a {@link WriteStamp}
     * @param text the user's own; may be null
     */
    static String description(OperationId id, String stamp, String text) {
        return description(id, stamp + (text == null ? "" : " " + text));
    }

    /** The file, by the server's clock. */
    public static UncPath file(UncPath share, String database, LocalDateTime time) {
        return share.resolve(database + "_failback_" + STAMP.format(time) + ".bak");
    }

    /** The file of a trial, by the server's clock. */
    static UncPath trialFile(UncPath share, String database, LocalDateTime time) {
        return share.resolve(database + "_trial_" + STAMP.format(time) + ".bak");
    }

    /** The hand-over backup that one execution took. */
    public static Optional<BackupSet> of(OperationId id, List<BackupSet> latestFirst) {
        return of(id, false, latestFirst);
    }

    static Optional<BackupSet> of(OperationId id, boolean trial, List<BackupSet> latestFirst) {
        String mark = description(id, null);
        return latestFirst.stream()
                .filter(s -> s.description() != null
                        && (s.description().equals(mark) || s.description().startsWith(mark + " ")))
                .filter(s -> (trial ? trialName(s.database()) : name(s.database())).equalsIgnoreCase(s.name()))
                .findFirst();
    }

    /** The latest hand-over backup, whoever took it. */
    public static Optional<BackupSet> latest(List<BackupSet> latestFirst) {
        return latestFirst.stream()
                .filter(s -> s.description() != null && s.description().startsWith(MARK))
                .filter(s -> name(s.database()).equalsIgnoreCase(s.name()))
                .findFirst();
    }

    /**
     * Whether log shipping has taken over the database that was handed over, or has begun to. A database that is RESTORING and not registered yet was
     * being initialised, unless its log was backed up since the hand-over: then that log holds what the hand-over does not.
     *
     * @param database null when it does not exist
     * @param handOver the latest hand-over backup; null if none
     * @param secondary whether the database is a log shipping secondary
     * @param logBackup when its log was last backed up; null if never
     */
    static boolean takenOver(
            DatabaseState database,
            MirroringState mirroring,
            BackupSet handOver,
            boolean secondary,
            LocalDateTime logBackup) {
        return database != null
                && database.restoring()
                && !mirroring.mirrored()
                && handOver != null
                && (secondary || logBackup == null || !logBackup.isAfter(handOver.start()));
    }
}
