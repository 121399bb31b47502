package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Observation;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What was read on the target before and after a restore.
 *
 * @param database null when it does not exist
 * @param running how far a restore of this very operation is that still runs on the server, in percent; null if
 *     none runs
 * @param placement where the files go; null unless there is exactly one set
 * @param present the files of all databases of the target
 * @param volumes the volumes that could be asked for their room
 * @param restored what msdb remembers as the last restore; null if nothing
 * @param usedBytes what the present database uses; null when it can't be asked
 * @param lastLogBackup the last log backup that log shipping took of the present database; null if none
 * @param orphans the users without a login; empty when the database can't be asked
 */
record RestoreState(
        ServerIdentity server,
        String name,
        DatabaseState database,
        MirroringState mirroring,
        SeenBackup backup,
        Integer running,
        FilePlacement placement,
        List<DatabaseFile> present,
        List<Volume> volumes,
        List<String> snapshots,
        List<String> sessions,
        RestoredSet restored,
        Long usedBytes,
        LocalDateTime lastLogBackup,
        List<OrphanedUser> orphans)
        implements Observation, NamedDatabase {

    /** The one set of the backup; null unless there is exactly one. */
    BackupHeader set() {
        return backup.set();
    }

    /** Whether the database is this very backup, brought online; what follows the restore may still be missing. */
    boolean isRestored() {
        return set() != null && database != null && database.online() && restored != null && restored.isOf(set());
    }

    /** Whether nothing is missing that a restore has to leave behind. */
    boolean isFinished() {
        return isRestored()
                && database.multiUser()
                && database.recoveryFull()
                && orphans.stream().noneMatch(OrphanedUser::attachable);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(server.line());
        lines.add(database == null ? name + " does not exist" : database.line());
        if (mirroring.mirrored()) {
            lines.add(name + " is " + mirroring.line());
        }
        lines.addAll(backup.lines());
        if (isRestored()) {
            lines.add(name + " was restored from this backup at " + restored.restored());
        }
        if (set() != null && database == null) {
            lines.add("the server's collation is " + server.collation() + ", the backup's " + set().collation());
        }
        if (running != null) {
            lines.add("the restore of this step still runs on the server, " + running + " %");
        }
        sessions.forEach(session -> lines.add("connected to " + name + ": " + session));
        orphans.forEach(user -> lines.add("user " + user.line()));
        return lines;
    }
}
