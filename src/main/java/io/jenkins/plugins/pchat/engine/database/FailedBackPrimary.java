package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.Guard.refuseIf;

import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.check.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What must hold of the instance that serves the users after a failback. */
final class FailedBackPrimary {

    private static final String CHECKSUM = "CHECKSUM";

    private final String where;
    private final String name;
    private final String secondary;

    FailedBackPrimary(ConfigureLogShipping.Request asked) {
        where = asked.primary().instance();
        name = asked.database();
        secondary = asked.secondary().instance();
    }

    List<Check<FailedBack>> all() {
        List<Check<FailedBack>> all = new ArrayList<>();
        database().forEach(check -> all.add(check.on(seen -> seen.primary().get())));
        all.add(restored());
        all.add(compliance());
        all.addAll(users());
        return all;
    }

    private List<Check<LogShippingEnd>> database() {
        return List.of(
                Check.block(
                        where,
                        CommonGuards.SYSADMIN.on(LogShippingEnd::server),
                        end -> end.server().login() + " is sysadmin"),
                Check.block(
                        where,
                        refuseIf(
                                "primary-online",
                                end -> !end.online(),
                                end -> name + " is " + FailedBackReader.stateOf(end) + " on " + end.name()
                                        + "; nobody can chat.",
                                "Look into the error log of that instance. The hand-over backup and the copy on "
                                        + secondary + " are what it can be restored from."),
                        end -> name + " is ONLINE"),
                there(Check.block(
                        where,
                        refuseIf(
                                "primary-usable",
                                end -> !end.database().multiUser()
                                        || end.database().readOnly(),
                                end -> name + " is " + end.database().userAccess()
                                        + (end.database().readOnly() ? " and READ_ONLY" : "")
                                        + "; Persistent Chat can't work with it.",
                                "ALTER DATABASE [" + name + "] SET MULTI_USER; ALTER DATABASE [" + name
                                        + "] SET READ_WRITE"),
                        end -> "MULTI_USER, READ_WRITE")),
                there(Check.block(
                        where,
                        refuseIf(
                                "primary-recovery-full",
                                end -> !end.database().recoveryFull(),
                                end -> name + " has the recovery model "
                                        + end.database().recoveryModel() + "; its log can't be shipped (32015).",
                                "ALTER DATABASE [" + name + "] SET RECOVERY FULL, then pchatConfigureLogShipping with"
                                        + " onExisting: 'replace': the chain of log backups is broken."),
                        end -> "recovery model FULL")),
                there(Check.warn(
                        where,
                        refuseIf(
                                "primary-page-verify",
                                end -> !CHECKSUM.equals(end.database().pageVerify()),
                                end -> "page verify is " + end.database().pageVerify()
                                        + "; a damaged page may be noticed too late.",
                                "ALTER DATABASE [" + name + "] SET PAGE_VERIFY CHECKSUM"),
                        end -> "page verify CHECKSUM")),
                there(Check.warn(
                        where,
                        refuseIf(
                                "primary-owner",
                                end -> end.database().owner() == null,
                                end -> "the owner of " + name + " is no login of this instance.",
                                "ALTER AUTHORIZATION ON DATABASE::[" + name + "] TO [sa]"),
                        end -> "owned by " + end.database().owner())),
                there(Check.info(where, "primary-options", FailedBackPrimary::options)));
    }

    /** A restore may reset these; nobody has said what Persistent Chat needs of them. */
    private static String options(LogShippingEnd end) {
        return "compatibility level " + end.database().compatibility() + ", broker "
                + onOff(end.database().brokerEnabled()) + ", TRUSTWORTHY "
                + onOff(end.database().trustworthy()) + ", DB_CHAINING "
                + onOff(end.database().ownershipChaining());
    }

    private static String onOff(boolean option) {
        return option ? "on" : "off";
    }

    private Check<LogShippingEnd> there(Check<LogShippingEnd> check) {
        return check.when(end -> end.database() != null, end -> name + " does not exist");
    }

    private Check<FailedBack> restored() {
        return Check.block(
                where,
                refuseIf(
                        "primary-restored",
                        seen -> !isFromSecondary(seen),
                        seen -> name + " was not restored from a backup of " + seen.secondaryName()
                                + (seen.primary().get().restored() == null
                                        ? ": it was never restored, or was dropped and made anew since."
                                        : ", but from one of "
                                                + seen.primary()
                                                        .get()
                                                        .restored()
                                                        .server() + "."),
                        "What the users wrote on the backup instance is missing here. Stop them (pchatClearActiveServers) and"
                                + " find out which copy is the good one before anything else is done."),
                seen -> "restored at " + seen.primary().get().restored().restored() + " from the backup that "
                        + seen.primary().get().restored().server() + " finished at "
                        + seen.primary().get().restored().finished());
    }

    private static boolean isFromSecondary(FailedBack seen) {
        RestoredSet restored = seen.primary().get().restored();
        return restored != null && seen.secondary().get().server().isCalled(restored.server());
    }

    private Check<FailedBack> compliance() {
        return Check.block(
                where,
                refuseIf(
                        "compliance-online",
                        seen -> !seen.primaryCompliance()
                                .get()
                                .map(DatabaseState::online)
                                .orElse(false),
                        seen -> DatabaseName.MGCCOMP + " is "
                                + seen.primaryCompliance()
                                        .get()
                                        .map(DatabaseState::state)
                                        .orElse("absent")
                                + "; with compliance switched on, Persistent Chat does not start without it.",
                        "Bring it online, or create it through Topology Builder (Install Databases)."),
                seen -> DatabaseName.MGCCOMP + " is ONLINE");
    }

    private List<Check<FailedBack>> users() {
        return List.of(
                Check.block(
                        where,
                        users("users-attached", OrphanedUser::attachable, " have lost the login of their name"),
                        seen -> "every SQL user has its login"),
                Check.warn(
                        where,
                        users("users-have-logins", user -> !user.attachable(), " have no login on this instance"),
                        seen -> "no user is without a login"));
    }

    private Guard<FailedBack> users(String id, Predicate<OrphanedUser> which, String what) {
        Function<FailedBack, List<String>> names = seen -> seen.orphans().get().stream()
                .filter(which)
                .map(OrphanedUser::name)
                .toList();
        return refuseIf(
                id,
                seen -> !names.apply(seen).isEmpty(),
                seen -> "these users of " + name + what + ": " + String.join(", ", names.apply(seen)) + ".",
                "The statements that mend it are in the list of what is left to do.");
    }
}
