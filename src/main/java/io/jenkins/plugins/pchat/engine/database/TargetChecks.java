package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Amounts;
import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.check.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The checks of the primary's database, which the backup is to replace. Once that is done for good, nothing replaces it any more and they hold. */
final class TargetChecks {

    private static final String DONE = "an earlier run has restored it; it will not be replaced again";

    private static final String LOOK =
            "Find out which copy is the right one, and whether primary and backup were named the right way round.";

    private static final Guard<BothServers> ONLINE = Guard.refuseIf(
            "primary-database",
            s -> !target(s).online(),
            s -> target(s).exists()
                    ? target(s).place() + " is " + target(s).database().state()
                            + "; perhaps a restore was cut, and the restore step does it again."
                    : target(s).place() + " does not exist; the restore makes it, in the server's default folders.",
            "If the instance was rebuilt by Topology Builder, the database should be there: check the instance.");

    /** A failback brings older data to a newer server, never the other way round. */
    private static final Guard<BothServers> NOT_NEWER = Guard.refuseIf(
            "primary-not-newer",
            s -> rows(s.primary()) > rows(s.backup()),
            s -> target(s).place() + " has " + rows(s.primary()) + " rows, more than the " + rows(s.backup())
                    + " of the one on " + s.backup().name() + ", which is to replace it.",
            LOOK);

    private static final Guard<BothServers> NEARLY_EMPTY = Guard.refuseIf(
            "primary-nearly-empty",
            s -> target(s).restored().get().isEmpty() && rows(s.primary()) > rows(s.backup()) / 2,
            s -> target(s).place() + " has " + rows(s.primary()) + " rows, and the one on "
                    + s.backup().name() + " " + rows(s.backup()) + "; a rebuilt database would be nearly empty.",
            LOOK);

    private static final Guard<BothServers> NOT_IN_USE = Guard.refuseIf(
            "primary-not-in-use",
            s -> !target(s).sessions().get().isEmpty(),
            s -> "Somebody works with " + target(s).place() + ": "
                    + String.join("; ", target(s).sessions().get()) + ".",
            "Find out who it is: the restore ends those sessions.");

    private TargetChecks() {}

    static List<Check<BothServers>> all(String primary) {
        List<Check<BothServers>> checks = new ArrayList<>();
        checks.add(Check.warn(primary, ONLINE, s -> target(s).database().state()));
        checks.add(replaced(primary, TargetGuards.NOT_MIRRORED.on(TargetChecks::target), s -> target(s)
                .mirroring()
                .line()));
        checks.add(replaced(primary, TargetGuards.NOT_IN_AVAILABILITY_GROUP.on(TargetChecks::target), s -> "in none"));
        checks.add(replaced(primary, TargetGuards.NOT_RECOVERING.on(TargetChecks::target), s -> state(s)));
        checks.add(replaced(
                primary, TargetGuards.NO_SNAPSHOTS.on(s -> TargetGuards.Snapshots.of(target(s))), s -> "none"));
        checks.add(replaced(
                primary,
                TargetGuards.SAME_COLLATION.on(TargetChecks::collations),
                s -> String.valueOf(collations(s).source())));
        checks.add(needsRows(Check.block(primary, NOT_NEWER.when(s -> !s.complete()), TargetChecks::compared)));
        checks.add(needsRows(Check.warn(primary, NEARLY_EMPTY.when(s -> !s.complete()), TargetChecks::compared)));
        checks.add(Check.warn(primary, NOT_IN_USE.when(s -> !s.complete()), s -> s.complete() ? DONE : "nobody"));
        checks.add(replaced(
                primary,
                TargetGuards.FILES_NOT_FOREIGN.on(TargetChecks::placed),
                s -> "every file has a place of its own"));
        checks.add(replaced(
                primary,
                TargetGuards.FILES_DISTINCT.on(TargetChecks::placed),
                s -> String.join(", ", placed(s).placement().moves().values())));
        checks.add(replaced(
                primary,
                TargetGuards.DISK_SPACE.on(TargetChecks::placed),
                s -> Amounts.size(placed(s).placement().bytes()) + " and a tenth are there"));
        return checks;
    }

    private static Check<BothServers> replaced(
            String where, Guard<BothServers> guard, Function<BothServers, String> evidence) {
        return Check.block(where, guard.when(s -> !s.complete()), s -> s.complete() ? DONE : evidence.apply(s));
    }

    /** Rows can be counted only where a database is online; where the primary's isn't, there is nothing to compare. */
    private static Check<BothServers> needsRows(Check<BothServers> check) {
        Guard<BothServers> guard = check.guard().when(s -> target(s).online() && !s.takenOver());
        return new Check<>(check.where(), check.severity(), guard, check.evidence());
    }

    private static String compared(BothServers s) {
        if (s.complete()) {
            return DONE;
        }
        return target(s).online() && !s.takenOver()
                ? rows(s.primary()) + " rows, " + rows(s.backup()) + " on "
                        + s.backup().name()
                : "nothing to compare: " + state(s);
    }

    private static DatabaseFacts target(BothServers s) {
        return s.primary().database();
    }

    private static String state(BothServers s) {
        return target(s).exists() ? target(s).database().state() : "it does not exist";
    }

    private static long rows(InstanceFacts instance) {
        return instance.database().content().get().rows();
    }

    private static TargetGuards.Collations collations(BothServers s) {
        return new TargetGuards.Collations(
                s.backup().database().place(),
                collation(s.backup().database()),
                target(s).place(),
                collation(target(s)));
    }

    private static String collation(DatabaseFacts database) {
        return Optional.ofNullable(database.database())
                .map(DatabaseState::collation)
                .orElse(null);
    }

    /** The backup's own files as a backup of it would list them: restored files have their full size at once. */
    private static TargetGuards.Placed placed(BothServers s) {
        String name = target(s).name();
        List<DatabaseFile> present = s.primary().files().get();
        List<BackupFile> files = s.backup().files().get().stream()
                .filter(file -> file.isOf(name))
                .map(file -> new BackupFile(file.logical(), file.path(), file.isLog() ? "L" : "D", file.bytes()))
                .toList();
        return new TargetGuards.Placed(
                name,
                s.primary().name(),
                FilePlacement.of(name, files, present, s.primary().server().server()),
                present,
                s.primary().volumes().get());
    }
}
