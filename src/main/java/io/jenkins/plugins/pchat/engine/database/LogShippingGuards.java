package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Guard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must hold on both ends before log shipping is configured. What must hold before data is overwritten is in {@link
 * InitialisationGuards}.
 */
final class LogShippingGuards {

    private final LogShippingGoal goal;

    LogShippingGuards(LogShippingGoal goal) {
        this.goal = goal;
    }

    List<Guard<LogShippingState>> all() {
        return Stream.of(servers(), databases(), existing(), new InitialisationGuards(goal).all())
                .flatMap(List::stream)
                .toList();
    }

    private List<Guard<LogShippingState>> servers() {
        return List.of(
                InstanceGuards.TWO_INSTANCES.on(LogShippingGuards::pair),
                CommonGuards.permission(s -> s.primary().server()),
                CommonGuards.permission(s -> s.secondary().server()),
                each(InstanceGuards.NAMED.on(end -> end)),
                each(InstanceGuards.EDITION.on(LogShippingEnd::server)),
                InstanceGuards.VERSIONS.on(LogShippingGuards::pair),
                each(InstanceGuards.AGENT_PROCEDURES.on(end -> end)),
                each(InstanceGuards.AGENT_RUNS.on(end -> end)),
                each(InstanceGuards.SHARE_REACHABLE.on(
                        end -> new SeenFolder(end.name(), goal.share(), end.shareReachable()))));
    }

    private static InstanceGuards.Pair pair(LogShippingState s) {
        return new InstanceGuards.Pair(s.primary().server(), s.secondary().server());
    }

    private List<Guard<LogShippingState>> databases() {
        return List.of(
                Guard.refuseIf(
                        "primary-online",
                        s -> !s.primary().online(),
                        s -> primary(s) + " is "
                                + (s.primary().database() == null
                                        ? "absent"
                                        : s.primary().database().state()) + ", so there is nothing to ship (32008).",
                        "Restore the hand-over backup on the primary first (pchatRestoreDb)."),
                Guard.refuseIf(
                        "primary-recovery-full",
                        s -> !s.primary().database().recoveryFull(),
                        s -> primary(s) + " has the recovery model "
                                + s.primary().database().recoveryModel() + "; log shipping needs FULL (32015).",
                        "Set the recovery model to FULL."),
                Guard.refuseIf(
                        "primary-usable",
                        s -> s.primary().database().readOnly()
                                || !s.primary().database().multiUser(),
                        s -> primary(s) + " is " + s.primary().database().userAccess()
                                + (s.primary().database().readOnly() ? " and READ_ONLY" : "")
                                + ", so Persistent Chat can't work with it.",
                        "Run the restore step again (pchatRestoreDb): it finishes what is missing."),
                Guard.refuseIf(
                        "secondary-database-exists",
                        s -> s.secondary().database() == null,
                        s -> s.names().secondary() + " has no database "
                                + s.names().database() + ", so it is not the instance that has served the users.",
                        "Check the secondary and the name of the database."),
                Guard.refuseIf(
                        "secondary-not-mirrored",
                        s -> s.secondary().mirroring().mirrored(),
                        s -> s.names().database() + " on " + s.names().secondary() + " is "
                                + s.secondary().mirroring().line() + "; it can't be overwritten (3104).",
                        "Remove mirroring on the secondary first (pchatRemoveMirroring)."));
    }

    private List<Guard<LogShippingState>> existing() {
        return List.of(
                ShippingGuards.NO_REVERSE.on(s -> new ShippingGuards.Directions(
                        s.names().database(),
                        s.names().primary(),
                        s.names().secondary(),
                        s.primaryFollows(),
                        s.secondaryShips())),
                ShippingGuards.NO_FOREIGN_SECONDARIES.on(s -> new ShippingGuards.Shipped(primary(s), foreign(s))),
                Guard.refuseIf(
                        "existing-log-shipping",
                        s -> !goal.differences(s).isEmpty() && !goal.replacing(),
                        s -> "Log shipping of " + s.names().database() + " is configured already, and otherwise: "
                                + String.join("; ", goal.differences(s)) + ".",
                        "Ask for what is there, or let it be replaced (onExisting: 'replace')."),
                ShippingGuards.JOB_NAMES.on(s -> ShippingGuards.JobNames.of(s.names(), s.leftovers())),
                ShippingGuards.NO_FOREIGN_LOG_BACKUPS.on(
                        s -> new ShippingGuards.LogBackups(primary(s), s.foreignLogBackups())));
    }

    private static List<String> foreign(LogShippingState s) {
        return s.primaryEntry() == null
                ? List.of()
                : s.primaryEntry()
                        .foreign(s.names().secondary() + "." + s.names().database());
    }

    private static String primary(LogShippingState s) {
        return s.names().database() + " on " + s.names().primary();
    }

    /** A guard of both ends. */
    private static Guard<LogShippingState> each(Guard<LogShippingEnd> guard) {
        return new Guard<>(guard.id(), s -> Stream.of(s.primary(), s.secondary())
                .map(guard.check())
                .flatMap(Optional::stream)
                .findFirst());
    }
}
