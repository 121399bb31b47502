package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Guard;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What must hold on both ends before log shipping is configured. What must hold before data is overwritten is in {@link
 * InitialisationGuards}.
 */
final class LogShippingGuards {

    /** The major version whose minor ones are versions of their own: 2008 and 2008 R2. */
    private static final int VERSION_2008 = 10;

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
                Guard.refuseIf(
                        "two-instances",
                        s -> s.names().primary().equalsIgnoreCase(s.names().secondary()),
                        s -> "Primary and secondary are the same instance, which calls itself "
                                + s.names().primary() + ".",
                        "Name the rebuilt instance as primary and the backup instance as secondary."),
                CommonGuards.permission(s -> s.primary().server()),
                CommonGuards.permission(s -> s.secondary().server()),
                each(
                        "server-name",
                        e -> !e.agent().named()
                                || !e.server()
                                        .name()
                                        .equalsIgnoreCase(e.server().propertyName()),
                        e -> "@@SERVERNAME of " + e.name() + " is "
                                + (e.agent().named() ? e.server().name() : "NULL")
                                + "; log shipping stores that name, and its jobs connect by it (32053).",
                        "Give the server its name: sp_dropserver and sp_addserver with 'local', then restart the"
                                + " instance."),
                each(
                        "edition",
                        e -> e.server().edition().toLowerCase(Locale.ROOT).contains("express"),
                        e -> e.name() + " is " + e.server().edition() + ", which has no log shipping (32017).",
                        "Log shipping needs Standard, Web, Enterprise or Developer Edition on both ends."),
                Guard.refuseIf(
                        "versions",
                        s -> version(s.primary()) != version(s.secondary()),
                        s -> s.names().primary() + " has version "
                                + s.primary().server().version() + ", "
                                + s.names().secondary() + " has "
                                + s.secondary().server().version()
                                + "; a backup of the newer one can't be restored on the older one (3169), now or at"
                                + " the next failover.",
                        "Bring both instances to the same major version of SQL Server."),
                each(
                        "agent-procedures",
                        e -> !e.agent().procedures(),
                        e -> "The option Agent XPs of " + e.name()
                                + " is off, so that its jobs can't be managed (15281).",
                        "Start SQL Server Agent there, or switch the option on with sp_configure."),
                each(
                        "agent-runs",
                        e -> !e.agent().running(),
                        e -> "SQL Server Agent of " + e.name() + " does not run, and nothing would be shipped.",
                        "Start the service SQL Server Agent of that instance, and let it start by itself."),
                each(
                        "share-reachable",
                        e -> !e.shareReachable(),
                        e -> "The service account of SQL Server on " + e.name() + " can't see " + goal.share()
                                + " as a folder.",
                        "Check the path of the share, and give that service account (a computer account DOMAIN\\HOST$"
                                + " for virtual accounts and Network Service) the rights to read and write there."));
    }

    private static int version(LogShippingEnd end) {
        int major = end.server().major();
        return major * 100 + (major == VERSION_2008 ? end.server().minor() : 0);
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
                Guard.refuseIf(
                        "no-reverse-shipping",
                        s -> s.primaryFollows() || s.secondaryShips(),
                        s -> s.names().database() + " is registered for log shipping the other way round: "
                                + (s.secondaryShips()
                                        ? s.names().secondary() + " as primary."
                                        : s.names().primary() + " as secondary."),
                        "Remove that registration, once you know that nobody needs it (sp_delete_log_shipping_*)."),
                Guard.refuseIf(
                        "foreign-secondaries",
                        s -> s.primaryEntry() != null && !foreign(s).isEmpty(),
                        s -> primary(s) + " is shipped to other secondaries as well: " + String.join(", ", foreign(s))
                                + ".",
                        "Remove them with sp_delete_log_shipping_primary_secondary, once you know that nobody needs"
                                + " them."),
                Guard.refuseIf(
                        "existing-log-shipping",
                        s -> !goal.differences(s).isEmpty() && !goal.replacing(),
                        s -> "Log shipping of " + s.names().database() + " is configured already, and otherwise: "
                                + String.join("; ", goal.differences(s)) + ".",
                        "Ask for what is there, or let it be replaced (onExisting: 'replace')."),
                Guard.refuseIf(
                        "job-names",
                        s -> s.names().tooLong() != null
                                || s.leftovers().stream().anyMatch(job -> !job.shipping()),
                        s -> s.names().tooLong() != null
                                ? "The name of a job has more than 128 characters: "
                                        + s.names().tooLong() + "."
                                : "There is a job already, which has nothing to do with log shipping, of the name "
                                        + s.leftovers().stream()
                                                .filter(job -> !job.shipping())
                                                .findFirst()
                                                .orElseThrow()
                                                .name()
                                        + " (32022).",
                        "Choose other names for the jobs."),
                Guard.refuseIf(
                        "no-foreign-log-backups",
                        s -> !s.foreignLogBackups().isEmpty(),
                        s -> "Something else backs up the log of " + primary(s) + ", last to "
                                + s.foreignLogBackups().get(0)
                                + "; each such backup takes a piece out of the chain that the secondary needs (4305).",
                        "Stop those log backups or make them COPY_ONLY. Then restore the hand-over backup again, or"
                                + " wait a day: older ones are not looked at."));
    }

    private static List<String> foreign(LogShippingState s) {
        return s.primaryEntry().foreign(s.names().secondary() + "." + s.names().database());
    }

    private static String primary(LogShippingState s) {
        return s.names().database() + " on " + s.names().primary();
    }

    /** A guard of both ends. */
    private static Guard<LogShippingState> each(
            String id,
            Function<LogShippingEnd, Boolean> condition,
            Function<LogShippingEnd, String> reason,
            String remedy) {
        return new Guard<>(id, s -> Stream.of(s.primary(), s.secondary())
                .filter(condition::apply)
                .findFirst()
                .map(end -> new Guard.Refusal(reason.apply(end), remedy)));
    }
}
