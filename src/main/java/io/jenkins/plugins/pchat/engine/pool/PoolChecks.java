package io.jenkins.plugins.pchat.engine.pool;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.check.Check;
import io.jenkins.plugins.pchat.engine.check.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All checks of a pool by itself, before the failback. Those that are guards of an operation are the very same guards. */
public final class PoolChecks {

    private static final Guard<Reading<PoolState>> SHELL = new Guard<>(
            "management-shell",
            pool -> pool.present()
                    ? Optional.empty()
                    : Optional.of(new Guard.Refusal(
                            "[" + pool.failure().code() + "] " + pool.failure().what(),
                            pool.failure().nextAction())));

    private static final Guard<PoolState> UP_TO_DATE = Guard.refuseIf(
            "replication-up-to-date",
            pool -> !pool.lagging().isEmpty(),
            pool -> "The configuration has not reached " + String.join(", ", pool.lagging()) + " yet.",
            "Look at Get-CsManagementStoreReplicationStatus, and send it again (Invoke-CsManagementStoreReplication). A"
                    + " server that is lost for good should leave the topology.");

    private PoolChecks() {}

    /** @param servers who is to be active after the failback */
    public static List<Check<Reading<PoolState>>> all(String pool, List<String> servers) {
        List<Check<Reading<PoolState>>> checks = new ArrayList<>();
        checks.add(Check.block(pool, SHELL, read -> "it answers"));
        checks.add(Check.block(pool, PoolGuards.EXISTS, PoolState::identity).on(PoolChecks::state));
        checks.add(known(Check.block(pool, PoolGuards.STATE_KNOWN, PoolState::state)));
        checks.add(known(
                Check.block(pool, PoolGuards.HAS_BACKUP_DATABASE, state -> state.store(PoolState.BACKUP_DATABASE))));
        checks.add(known(Check.block(
                pool, PoolGuards.serversInPool(servers), state -> String.join(", ", servers) + " are in it")));
        checks.add(known(Check.info(
                pool,
                "active-servers",
                state -> state.active().isEmpty() ? "none" : String.join(", ", state.active()))));
        checks.add(known(Check.warn(pool, UP_TO_DATE, state -> "every computer has the configuration")));
        return checks;
    }

    private static Check<Reading<PoolState>> known(Check<PoolState> check) {
        Function<PoolState, String> why = state -> "the topology has no such pool";
        return check.when(PoolState::exists, why).on(PoolChecks::state);
    }

    /** The shell's failure is told once. */
    private static PoolState state(Reading<PoolState> pool) {
        return (pool.present()
                        ? pool
                        : Reading.<PoolState>failed(
                                Failure.of(pool.failure().code(), "the management shell could not be asked")))
                .get();
    }
}
