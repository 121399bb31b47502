package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What must hold before a database is replaced: the backup is what it should be, and nothing is lost with what is
 * there.
 */
final class RestoreGuards {

    private static final String LOOK =
            "Find out which copy is the right one. If the one on this server can go, drop it, and run this step again.";

    private RestoreGuards() {}

    static List<Guard<RestoreState>> all(String source) {
        List<Guard<RestoreState>> all = new ArrayList<>();
        all.add(CommonGuards.permission(RestoreState::server));
        BackupFileGuards.all(source).forEach(guard -> all.add(guard.on(RestoreState::backup)));
        all.add(BackupFileGuards.NOT_TRIAL.on(RestoreState::backup));
        all.addAll(target());
        return all;
    }

    private static List<Guard<RestoreState>> target() {
        return List.of(
                overwriting(TargetGuards.SAME_COLLATION.on(RestoreGuards::collations)),
                overwriting(TargetGuards.NOT_MIRRORED.on(s -> s)),
                overwriting(TargetGuards.NOT_IN_AVAILABILITY_GROUP.on(s -> s)),
                overwriting(TargetGuards.NO_SNAPSHOTS.on(s -> new TargetGuards.Snapshots(s.place(), s.snapshots()))),
                overwriting(TargetGuards.NOT_RECOVERING.on(s -> s)),
                overwriting(
                        "target-not-serving",
                        s -> s.lastLogBackup() != null
                                && s.lastLogBackup().isAfter(s.set().start()),
                        s -> s.name() + " on " + s.server().name()
                                + " is the primary of log shipping, and its log was backed up at " + s.lastLogBackup()
                                + ", after this backup was begun (" + s.set().start() + "): it is in use.",
                        LOOK),
                overwriting(
                        "target-not-newer",
                        s -> s.restored() != null
                                && s.database() != null
                                && s.restored().finished() != null
                                && s.restored().finished().isAfter(s.set().finish()),
                        s -> s.name() + " on " + s.server().name() + " was restored from a later backup, finished "
                                + s.restored().finished() + " on "
                                + s.restored().server() + "; this one was finished "
                                + s.set().finish() + ".",
                        "Give the path of the latest backup."),
                overwriting(
                        "target-not-in-use",
                        s -> s.restored() != null && !s.sessions().isEmpty(),
                        s -> s.name() + " on " + s.server().name() + " was restored from a backup at "
                                + s.restored().restored() + ", and since then somebody works with it: "
                                + String.join("; ", s.sessions())
                                + ". What they have written would be lost.",
                        "If Persistent Chat serves users from it, do not restore. If nothing in it is needed, end those"
                                + " sessions and run this step again."),
                overwriting(
                        "target-not-larger",
                        s -> s.usedBytes() != null && s.usedBytes() > s.set().size() && !fromTheSameSource(s),
                        s -> s.name() + " on " + s.server().name() + " uses " + s.usedBytes() + " bytes, more than the "
                                + s.set().size() + " of the backup; a rebuilt database would be nearly empty.",
                        LOOK),
                overwriting(TargetGuards.FILES_NOT_FOREIGN.on(RestoreGuards::placed)),
                overwriting(TargetGuards.FILES_DISTINCT.on(RestoreGuards::placed)),
                overwriting(TargetGuards.DISK_SPACE.on(RestoreGuards::placed)));
    }

    private static TargetGuards.Collations collations(RestoreState s) {
        return new TargetGuards.Collations(
                "the backup",
                s.set().collation(),
                s.place(),
                s.database() == null ? null : s.database().collation());
    }

    private static TargetGuards.Placed placed(RestoreState s) {
        return new TargetGuards.Placed(s.name(), s.server().name(), s.placement(), s.present(), s.volumes());
    }

    /** An earlier hand-over of the same server was restored here: it is as large as the next one, and older. */
    private static boolean fromTheSameSource(RestoreState s) {
        return s.restored() != null
                && s.restored().server() != null
                && s.restored().server().equalsIgnoreCase(s.set().server());
    }

    /**
     * A guard of what a restore overwrites; when this backup is restored already and only the rest is missing, nothing
     * is overwritten.
     */
    private static Guard<RestoreState> overwriting(
            String id,
            Function<RestoreState, Boolean> condition,
            Function<RestoreState, String> reason,
            String remedy) {
        return overwriting(Guard.refuseIf(id, condition, reason, remedy));
    }

    private static Guard<RestoreState> overwriting(Guard<RestoreState> guard) {
        return guard.when(s -> !s.isRestored());
    }
}
