package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Guard;
import java.util.List;
import java.util.function.Function;

/**
 * What must hold before the secondary's database, until now the last good copy, is overwritten: its content is on the
 * primary, and the hand-over backup of it can still be read. None of these matters when the secondary waits for the
 * primary's log already.
 */
final class InitialisationGuards {

    private static final String AGAIN =
            "Find out who writes there, and see that the list of active servers is empty. Then take the"
                    + " hand-over backup again, restore it on the primary (pchatBackupDb, pchatRestoreDb), and run this step with it.";

    private final LogShippingGoal goal;

    InitialisationGuards(LogShippingGoal goal) {
        this.goal = goal;
    }

    List<Guard<LogShippingState>> all() {
        return List.of(
                overwriting(
                        "hand-over-readable",
                        s -> s.handOver().header() == null,
                        s -> "The hand-over backup"
                                + (s.handOver().path() == null
                                        ? ""
                                        : " " + s.handOver().path()) + " can't be used on "
                                + s.names().primary() + ": " + s.handOver().unreadable()
                                + ". Without it, the database on "
                                + s.names().secondary() + " is the only copy that is known to be good.",
                        "Give the path of the hand-over backup (handover), or take and restore it again"
                                + " (pchatBackupDb, pchatRestoreDb)."),
                overwriting(
                        "hand-over-of-secondary",
                        s -> !s.secondary()
                                        .server()
                                        .isCalled(s.handOver().header().server())
                                || !s.names()
                                        .database()
                                        .equalsIgnoreCase(s.handOver().header().database()),
                        s -> "The hand-over backup " + s.handOver().path() + " was taken of "
                                + s.handOver().header().database()
                                + " on " + s.handOver().header().server() + ", not of "
                                + s.names().database() + " on "
                                + s.names().secondary() + ".",
                        "Check the secondary and the path of the hand-over backup."),
                overwriting(
                        "hand-over-latest",
                        s -> s.handOver().outdated(),
                        s -> "A later hand-over backup was taken on "
                                + s.names().secondary() + " than "
                                + s.handOver().path() + ": "
                                + s.handOver().latest().path()
                                + ". What the database there has had since the earlier one may not be on "
                                + s.names().primary() + ".",
                        "Restore the later one on the primary (pchatRestoreDb), and give its path here."),
                overwriting(
                        "hand-over-sound",
                        s -> s.handOver().header().damaged()
                                || !s.handOver().header().checksums()
                                || !s.handOver().header().full(),
                        s -> "The hand-over backup " + s.handOver().path() + " is not sound: "
                                + s.handOver().header().line() + ".",
                        "Take a new hand-over backup and restore it (pchatBackupDb, pchatRestoreDb)."),
                overwriting(
                        "primary-from-hand-over",
                        s -> s.primary().restored() == null
                                || !s.primary().restored().isOf(s.handOver().header()),
                        s -> s.names().database() + " on " + s.names().primary()
                                + " was not restored from the hand-over backup "
                                + s.handOver().path()
                                + (s.primary().restored() == null
                                        ? ": it was never restored, or was dropped and made anew since."
                                        : ", but from one of "
                                                + s.primary().restored().server() + " that was finished at "
                                                + s.primary().restored().finished() + "."),
                        "Restore the hand-over backup on the primary (pchatRestoreDb)."),
                overwriting(
                        "secondary-not-newer",
                        s -> !s.fewerOnPrimary().isEmpty(),
                        s -> s.names().database() + " on " + s.names().primary() + " has fewer rows than on "
                                + s.names().secondary() + ": "
                                + String.join("; ", s.fewerOnPrimary())
                                + ". Somebody has written to " + s.names().secondary()
                                + " since the hand-over backup, and that would be lost.",
                        AGAIN),
                overwriting(
                        "secondary-unchanged",
                        s -> s.writtenSinceHandOver() != null,
                        s -> s.names().database() + " on " + s.names().secondary()
                                + " was written to after the hand-over backup "
                                + s.handOver().path() + ": " + s.writtenSinceHandOver()
                                + ". That is not on " + s.names().primary() + " and would be lost.",
                        AGAIN),
                overwriting(
                        "secondary-not-in-use",
                        s -> !s.secondary().sessions().isEmpty(),
                        s -> "Somebody is connected to " + s.names().database() + " on "
                                + s.names().secondary() + ": "
                                + String.join("; ", s.secondary().sessions())
                                + ". What they write would be lost.",
                        "Stop those programs (a Persistent Chat server: Stop-CsWindowsService on that host), and run this"
                                + " step again."),
                overwriting(
                        "secondary-state",
                        s -> !s.secondary().online() && !(s.secondary().restoring() && startedFromHere(s)),
                        s -> s.names().database() + " on " + s.names().secondary() + " is "
                                + s.secondary().database().state()
                                + ", and not because of log shipping from "
                                + s.names().primary()
                                + "; what is in it can't be compared with the primary.",
                        "Find out what that database is. If nothing in it is needed, bring it online or drop it and"
                                + " create it anew through Topology Builder."),
                overwriting(TargetGuards.NO_SNAPSHOTS.on(s -> new TargetGuards.Snapshots(
                        s.names().database() + " on " + s.names().secondary(),
                        s.initial().snapshots()))),
                overwriting(
                        "files-not-foreign",
                        s -> !s.initial().foreignFiles().isEmpty()
                                || s.initial().placement().ambiguous(),
                        s -> s.initial().foreignFiles().isEmpty()
                                ? "Two files would go to the same place: "
                                        + s.initial().placement().moves() + "."
                                : "The initialisation would overwrite "
                                        + String.join(", ", s.initial().foreignFiles()) + ".",
                        "Give the database's files places of their own on the secondary."));
    }

    /**
     * An initialising backup of the primary exists: it is taken just before the secondary is overwritten, when all
     * guards have held.
     */
    private static boolean startedFromHere(LogShippingState s) {
        return !s.initial().any().isEmpty();
    }

    private Guard<LogShippingState> overwriting(
            String id,
            Function<LogShippingState, Boolean> condition,
            Function<LogShippingState, String> reason,
            String remedy) {
        return overwriting(Guard.refuseIf(id, condition, reason, remedy));
    }

    private Guard<LogShippingState> overwriting(Guard<LogShippingState> guard) {
        return guard.when(goal::mustInitialise);
    }
}
