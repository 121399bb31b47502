package io.jenkins.plugins.pchat.engine.database;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far an earlier failback has come, by what the servers remember. What it has left looks like trouble to who doesn't know that.
 *
 * @param handOver the backup that it handed over; null if none
 * @param restored whether the primary's database is that backup, brought online
 * @param takenOver whether log shipping has taken the backup's database over, or begun to
 * @param registered whether the backup's database is a log shipping secondary
 */
record ComeThisFar(BackupSet handOver, boolean restored, boolean takenOver, boolean registered) {

    static ComeThisFar of(InstanceFacts primary, InstanceFacts backup) {
        BackupSet handOver = backup.shipping().handOver().get().orElse(null);
        Optional<RestoredSet> restored = primary.database().restored().get();
        boolean registered = backup.shipping().follows().get();
        LocalDateTime logBackup = backup.shipping().lastLogBackup().get().orElse(null);
        return new ComeThisFar(
                handOver,
                handOver != null
                        && primary.database().online()
                        && restored.isPresent()
                        && handOver.isSet(restored.get().guid()),
                HandOver.takenOver(
                        backup.database().database(), backup.database().mirroring(), handOver, registered, logBackup),
                registered);
    }

    /** Whether all data is where it is to be: nothing will be overwritten any more. */
    boolean complete() {
        return restored && takenOver;
    }

    String line() {
        if (handOver == null) {
            return "no failback has been begun from this server";
        }
        List<String> parts = new ArrayList<>(
                List.of("a failback has taken the hand-over backup " + handOver.path() + " at " + handOver.finish()));
        if (restored) {
            parts.add("the primary was restored from it");
        }
        if (takenOver) {
            parts.add(
                    registered
                            ? "the backup's database is the log shipping secondary"
                            : "the backup's database is being initialised as the log shipping secondary");
        }
        return String.join("; ", parts);
    }
}
