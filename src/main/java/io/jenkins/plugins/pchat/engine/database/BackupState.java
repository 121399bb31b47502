package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Observation;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What was read before and after a backup.
 *
 * @param database null when it does not exist
 * @param secondary whether the database is a log shipping secondary here
 * @param own the backup that this very operation has taken; null if none, or if its file can't be used any more
 * @param ownHeader what the file of {@code own} says; null without it
 * @param unusable why an earlier backup of this operation can't be used; null if there is none
 * @param handOver the latest hand-over backup, whoever took it; null if none
 * @param logBackup when this server last backed up the log of the database; null if never
 * @param running how far a backup of this very operation is that still runs on the server, in percent; null if none
 *     runs
 * @param shareReachable whether the server's service account sees the share as a folder
 * @param path the file that a new backup would get
 * @param pathTaken whether that file is there
 * @param estimate bytes that a backup will have, going by the last one; 0 when there is none
 * @param trial whether the backup is for trying things out: users may go on writing
 * @param sessions who is connected to the database
 */
record BackupState(
        ServerIdentity server,
        String name,
        DatabaseState database,
        MirroringState mirroring,
        boolean secondary,
        BackupSet own,
        BackupHeader ownHeader,
        String unusable,
        BackupSet handOver,
        LocalDateTime logBackup,
        Integer running,
        boolean shareReachable,
        UncPath path,
        boolean pathTaken,
        long estimate,
        boolean trial,
        List<String> sessions)
        implements Observation, NamedDatabase {

    /** The failback has come to where log shipping takes this database over, or past it: the hand-over has done its work. */
    boolean handedOver() {
        return !trial && HandOver.takenOver(database, mirroring, handOver, secondary, logBackup);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(server.line());
        lines.add(database == null ? name + " does not exist" : database.line());
        lines.add(name + " is " + mirroring.line());
        if (secondary) {
            lines.add(name + " is a log shipping secondary here");
        }
        if (running != null) {
            lines.add("the backup of this step still runs on the server, " + running + " %");
        }
        if (unusable != null) {
            lines.add("an earlier backup of this step can't be used: " + unusable);
        }
        if (own != null) {
            lines.add("backup of this step: " + own.path() + ", " + ownHeader.line());
        } else if (handOver != null) {
            lines.add("last hand-over backup: " + handOver.path() + ", finished " + handOver.finish());
        }
        sessions.forEach(session -> lines.add("connected to " + name + ": " + session));
        return lines;
    }
}
