package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Guard;
import java.util.ArrayList;
import java.util.List;

/** What must hold before a trial restore: the backup is what it should be, and there is room for it beside all that is there. */
final class TrialGuards {

    private TrialGuards() {}

    static List<Guard<TrialState>> all(String source) {
        List<Guard<TrialState>> all = new ArrayList<>();
        all.add(CommonGuards.permission(TrialState::server));
        BackupFileGuards.all(source).forEach(guard -> all.add(guard.on(TrialState::backup)));
        all.add(Guard.refuseIf(
                "trial-name-free",
                s -> s.trial().exists() && !s.trial().ours(),
                s -> "There is a database " + s.place()
                        + ", and it is not one that a trial has left there: its files, its state or its history are others.",
                "Find out whose it is. If nobody needs it, drop or rename it, and run this step again."));
        all.add(TargetGuards.NOT_RECOVERING.on(s -> s));
        all.add(Guard.refuseIf(
                "trial-not-in-use",
                s -> !s.sessions().isEmpty() && s.running() == null,
                s -> s.place() + " is left from an earlier trial, and somebody works with it: "
                        + String.join("; ", s.sessions()) + ".",
                "Ask them to leave it, and run this step again: it drops that database first."));
        all.add(
                Guard.refuseIf(
                        "trial-files-free",
                        s -> !s.taken().isEmpty(),
                        s -> "Files of the trial would go where there are files already: "
                                + String.join(", ", s.taken()) + " on "
                                + s.server().name() + ".",
                        "Only a trial calls files so: if no database has them, delete them on that server, and run this step again."));
        all.add(TargetGuards.DISK_SPACE.on(TrialGuards::placed));
        return all;
    }

    /** A leftover is dropped first, so its room counts as free; what else is there stays. */
    private static TargetGuards.Placed placed(TrialState s) {
        return new TargetGuards.Placed(s.name(), s.server().name(), s.placement(), s.present(), s.volumes());
    }
}
