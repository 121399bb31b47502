package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.check.Check;
import io.jenkins.plugins.pchat.engine.database.DatabaseChecks;
import io.jenkins.plugins.pchat.engine.pool.PoolChecks;
import io.jenkins.plugins.pchat.engine.pool.PoolMode;
import io.jenkins.plugins.pchat.engine.pool.Store;
import java.util.ArrayList;
import java.util.List;

/** All checks before the failback, in the order of the table: the pool, the servers, the databases, log shipping, and what was tried. */
final class PreflightChecks {

    private static final Guard<PreflightState> FAILED_OVER = Guard.refuseIf(
            "pool-failed-over",
            s -> !s.pool().get().is(PoolMode.FAILED_OVER),
            s -> "The pool's state is " + s.pool().get().state() + ", so it uses its primary databases already: "
                    + (PreflightState.failedBack(s.pool())
                            ? "it has been failed back, and every step will find its work done."
                            : "an earlier run or a person has come this far, with an empty list of active servers."),
            "If the pool should be failed over, look at Get-CsPersistentChatState before you begin.");

    private static final Guard<PreflightState> NOT_FAILED_BACK = Guard.refuseIf(
            "not-failed-back",
            s -> PreflightState.failedBack(s.pool()) && !s.servers().complete(),
            s -> "The pool is in state Normal and has active servers, so its users work with the primary databases and"
                    + " there is nothing to fail back; yet the backup is not the log shipping secondary of this primary.",
            "Check primary and backup, and the state of the pool (Get-CsPersistentChatState). If log shipping alone is to"
                    + " be set up again, run pchatConfigureLogShipping by itself.");

    private PreflightChecks() {}

    static List<Check<PreflightState>> all(PreflightRequest request) {
        String primary = request.primary().instance();
        String backup = request.backup().instance();
        List<Check<PreflightState>> checks = new ArrayList<>();
        PoolChecks.all(request.pool(), request.servers()).forEach(check -> checks.add(check.on(PreflightState::pool)));
        checks.add(Check.warn(request.pool(), FAILED_OVER, s -> s.pool().get().state()));
        checks.add(Check.block(
                request.pool(),
                NOT_FAILED_BACK,
                s -> "its users do not work with another copy than this failback makes"));
        checks.add(Check.block(
                primary, Store.PRIMARY.on(s -> store(s, true, request.primary().host())), s -> store(s, true, primary)
                        .name()));
        checks.add(Check.block(
                backup, Store.BACKUP.on(s -> store(s, false, request.backup().host())), s -> store(s, false, backup)
                        .name()));
        DatabaseChecks.all(primary, backup, request.scope())
                .forEach(check -> checks.add(check.on(PreflightState::servers)));
        DatabaseChecks.probes(primary, backup).forEach(check -> checks.add(check.on(PreflightState::answers)));
        return List.copyOf(checks);
    }

    private static Store store(PreflightState s, boolean primary, String host) {
        return new Store(
                s.pool().get(),
                host,
                primary ? s.servers().primaryMachine() : s.servers().backupMachine(),
                primary ? s.servers().primaryInstance() : s.servers().backupInstance());
    }
}
