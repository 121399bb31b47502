package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.check.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The checks of the database that serves the users. Once log shipping has taken it over it isn't that any more, and most of them hold. */
final class SourceChecks {

    private static final Guard<BothServers> LOGINS = new Guard<>(
            "logins-on-primary",
            s -> s.complete() || orphans(s).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Guard.Refusal(
                            "Users of " + s.backup().database().name() + " without a login on "
                                    + s.primary().name() + ", who can't get in after the restore: "
                                    + String.join(
                                            ", ",
                                            orphans(s).stream()
                                                    .map(Principal::name)
                                                    .toList())
                                    + ".",
                            "Make the logins there, except for accounts of the other machine itself: "
                                    + String.join(
                                            "; ",
                                            orphans(s).stream()
                                                    .map(Principal::createLogin)
                                                    .toList()))));

    private static final Guard<BothServers> OWNER = Guard.refuseIf(
            "owner-login",
            s -> owner(s) == null
                    || s.primary().server().logins().get().stream()
                            .noneMatch(login -> login.name().equalsIgnoreCase(owner(s))),
            s -> "The owner of " + s.backup().database().place() + " is "
                    + (owner(s) == null
                            ? "unknown there"
                            : owner(s) + ", who has no login on " + s.primary().name()) + ".",
            "Persistent Chat does not need it. To keep it, make that login on the primary.");

    private static final Guard<BothServers> BACKLOG = Guard.refuseIf(
            "compliance-backlog",
            s -> !s.complete() && backlog(s) > 0,
            s -> DatabaseName.MGCCOMP + " on " + s.backup().name() + " holds " + backlog(s)
                    + " rows more than the new one: compliance records that the adapter may not have processed yet. They"
                    + " do not move to the primary.",
            "Before step 1, let the compliance adapter finish (it runs every 15 minutes), or keep a COPY_ONLY backup of"
                    + " that database.");

    private SourceChecks() {}

    static List<Check<BothServers>> all(String backup, String primary) {
        List<Check<BothServers>> checks = new ArrayList<>(List.of(
                Check.block(
                        backup,
                        SourceGuards.EXISTS.on(SourceChecks::source),
                        s -> source(s).name() + " is there"),
                Check.block(backup, SourceGuards.PRINCIPAL.on(SourceChecks::source), s -> source(s)
                        .mirroring()
                        .line()),
                Check.block(
                        backup,
                        SourceGuards.NO_FAILOVER.on(SourceChecks::source),
                        s -> source(s).mirroring().mirrored()
                                ? source(s).mirroring().state()
                                : "not mirrored")));
        checks.add(serving(backup, SourceGuards.ONLINE, d -> d.database().state()));
        checks.add(serving(backup, SourceGuards.WRITABLE, d -> "READ_WRITE"));
        checks.add(serving(backup, SourceGuards.MULTI_USER, d -> d.database().userAccess()));
        checks.add(serving(backup, SourceGuards.RECOVERY_FULL, d -> d.database().recoveryModel()));
        checks.add(serving(backup, SourceGuards.NOT_IN_AVAILABILITY_GROUP, d -> "in none"));
        checks.addAll(List.of(
                Check.block(
                        backup,
                        TargetGuards.NO_SNAPSHOTS
                                .<BothServers>on(s ->
                                        TargetGuards.Snapshots.of(s.backup().database()))
                                .when(s -> !s.takenOver()),
                        s -> "none"),
                Check.info(
                        backup,
                        "log-reuse",
                        s -> String.valueOf(s.backup().database().traits().get().logReuse())),
                Check.warn(primary, LOGINS, s -> s.complete() ? "the restore is done" : "every user has one"),
                Check.warn(primary, OWNER, s -> owner(s) + " is there"),
                Check.info(backup, "compliance-database", s -> {
                    DatabaseFacts compliance = s.backup().compliance();
                    return compliance.exists()
                            ? DatabaseName.MGCCOMP + " is "
                                    + compliance.database().state() + ", "
                                    + compliance.mirroring().line()
                            : "there is no " + DatabaseName.MGCCOMP;
                }),
                Check.warn(backup, BACKLOG, s -> s.backup().compliance().exists() ? "none seen" : "no compliance"),
                Check.info(backup, "earlier-run", s -> s.progress().line())));
        return checks;
    }

    /** A guard of what only a database that is there can have, and that matters while it serves the users. */
    private static Check<BothServers> serving(
            String where, Guard<NamedDatabase> guard, Function<NamedDatabase, String> evidence) {
        return Check.block(
                        where,
                        guard.<BothServers>on(SourceChecks::source).when(s -> !s.takenOver()),
                        s -> s.takenOver()
                                ? source(s).database().state() + ": an earlier run has handed it over to log shipping"
                                : evidence.apply(source(s)))
                .when(s -> s.backup().database().exists(), s -> source(s).name() + " does not exist");
    }

    private static NamedDatabase source(BothServers s) {
        return s.backup().database();
    }

    /** The users who would be shut out. */
    private static List<Principal> orphans(BothServers s) {
        List<Principal> logins = s.primary().server().logins().get();
        return s.backup().database().users().get().stream()
                .filter(user -> !user.hasLogin(logins))
                .toList();
    }

    private static String owner(BothServers s) {
        return s.backup().database().exists() ? s.backup().database().database().owner() : null;
    }

    /** What it holds beyond the empty one of a new installation; nothing when it can't be compared because it isn't there. */
    private static long backlog(BothServers s) {
        if (!s.backup().compliance().exists()) {
            return 0;
        }
        long installed = s.primary().compliance().online()
                ? s.primary().compliance().content().get().rows()
                : 0;
        return s.backup().compliance().content().get().rows() - installed;
    }
}
