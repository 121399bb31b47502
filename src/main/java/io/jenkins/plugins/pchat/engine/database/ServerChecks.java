package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Amounts;
import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.check.Check;
import io.jenkins.plugins.pchat.engine.check.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The checks of one instance by itself: that it answers, who we are there, its services, and what they can reach. */
final class ServerChecks {

    /** Above this the monitor of log shipping raises false alarms (14420, 14421). */
    static final Duration SKEW = Duration.ofMinutes(5);

    /** Accounts that other machines know only as the computer: LocalSystem, the built-in ones, and virtual ones. */
    private static final Pattern OF_THE_MACHINE =
            Pattern.compile("LocalSystem|NT (?:AUTHORITY|SERVICE)\\\\.*", Pattern.CASE_INSENSITIVE);

    private static final Guard<InstanceFacts> REACHED =
            new Guard<>("reachable", f -> f.reached().present() ? Optional.empty() : Optional.of(refusal(f.reached())));

    private static final Guard<InstanceFacts> VIEW_STATE = Guard.refuseIf(
            "view-state",
            f -> !f.server().rights().get().viewState(),
            f -> "The login may not see the server's state (VIEW SERVER STATE), so progress can't be told.",
            "Use a login that is a member of the server role sysadmin.");

    private static final Guard<InstanceFacts> CLOCK = Guard.refuseIf(
            "clock",
            f -> f.server().rights().get().ahead().abs().compareTo(SKEW) > 0,
            f -> "The server's clock is " + ahead(f) + " the agent's; log shipping's alerts and the times in this log"
                    + " would mislead.",
            "Set the clocks by one source of time.");

    private static final Guard<InstanceFacts> AGENT_ACCOUNT = Guard.refuseIf(
            "agent-account",
            f -> OF_THE_MACHINE.matcher(account(f)).matches(),
            f -> "SQL Server Agent runs as " + account(f) + ", which the share knows only as the computer account of "
                    + f.server().rights().get().machine() + ".",
            "Give the computer account (DOMAIN\\HOST$) the rights to read and write on the share, or run the service as"
                    + " an account of the domain. Only log shipping's jobs can prove it.");

    private static final Guard<InstanceFacts> SUSPECT_PAGES = Guard.refuseIf(
            "suspect-pages",
            f -> f.database().suspectPages().get() > 0,
            f -> "msdb remembers " + f.database().suspectPages().get() + " damaged pages of "
                    + f.database().name() + ".",
            "Run DBCC CHECKDB on that database, and do not go on before that is clear.");

    private static final Guard<InstanceFacts> NO_REPLICATION = Guard.refuseIf(
            "no-replication",
            f -> f.database().traits().get().published()
                    || f.database().traits().get().subscribed(),
            f -> f.database().name() + " is published or subscribed to for replication, which a restore does not keep.",
            "Remove the replication, or set it up again after the failback.");

    private static final Guard<InstanceFacts> NO_TRIAL_LEFT = Guard.refuseIf(
            "no-trial-left",
            f -> f.trial().get().exists(),
            f -> f.trial().get().name() + " on " + f.name()
                    + (f.trial().get().ours()
                            ? " is left from a trial restore: it takes room, and nothing else depends on it."
                            : " was not made by a trial restore, which would refuse to touch it."),
            "A trial restore there drops what another has left; what is not of a trial, drop or rename once you know that nobody needs it.");

    private ServerChecks() {}

    private static Guard.Refusal refusal(Reading<?> failed) {
        return new Guard.Refusal(
                "[" + failed.failure().code() + "] " + failed.failure().what(),
                failed.failure().nextAction());
    }

    static List<Check<InstanceFacts>> of(String where, InspectionScope scope) {
        return List.of(
                Check.block(where, REACHED, f -> "answers as " + f.name()),
                Check.info(where, "product", f -> {
                    ServerIdentity server = f.server().server();
                    return "SQL Server " + server.version() + ", " + server.edition() + ", " + server.collation();
                }),
                Check.block(
                        where,
                        CommonGuards.SYSADMIN.on(f -> f.server().server()),
                        f -> f.server().server().login() + " is sysadmin"),
                Check.warn(where, VIEW_STATE, f -> "the server's state can be seen"),
                Check.info(where, "connection", f -> {
                    ServerFacts.Connection connection = f.server().connection().get();
                    return (connection.encrypted() ? "encrypted, " : "NOT encrypted, ") + connection.authentication()
                            + " login over " + connection.transport();
                }),
                Check.block(where, InstanceGuards.NAMED.on(InstanceFacts::server), f -> f.server()
                        .server()
                        .name()),
                Check.block(where, InstanceGuards.EDITION.on(f -> f.server().server()), f -> f.server()
                        .server()
                        .edition()),
                Check.warn(where, CLOCK, f -> ahead(f) + " the agent's"),
                Check.info(
                        where,
                        "compression-default",
                        f -> f.server().compression().get() ? "backups are compressed" : "backups are not compressed"),
                Check.block(where, InstanceGuards.AGENT_PROCEDURES.on(InstanceFacts::server), f -> "Agent XPs are on"),
                Check.block(where, InstanceGuards.AGENT_RUNS.on(InstanceFacts::server), f -> "it runs"),
                Check.warn(where, AGENT_ACCOUNT, f -> account(f) + ", which needs to read and write on the share"),
                Check.info(
                        where,
                        "engine-account",
                        f -> f.server().engineAccount().get().orElse("not told by this version")
                                + ", which needs to read and write on the share"),
                Check.block(
                        where,
                        InstanceGuards.SHARE_REACHABLE.on(f -> new SeenFolder(
                                f.name(), scope.share(), f.share().get())),
                        f -> scope.share() + " is seen"),
                Check.warn(where, SUSPECT_PAGES, f -> "none known"),
                Check.warn(where, NO_REPLICATION, f -> "none"),
                Check.warn(where, NO_TRIAL_LEFT, f -> "none"));
    }

    private static String account(InstanceFacts f) {
        return String.valueOf(f.server().agent().account());
    }

    /** {@code 3 s ahead of}, {@code 10 min 00 s behind}. */
    private static String ahead(InstanceFacts f) {
        Duration ahead = f.server().rights().get().ahead();
        return Amounts.seconds(ahead.abs().toSeconds()) + (ahead.isNegative() ? " behind" : " ahead of");
    }
}
