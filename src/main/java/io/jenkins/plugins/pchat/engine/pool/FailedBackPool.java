package io.jenkins.plugins.pchat.engine.pool;

import static io.jenkins.plugins.pchat.engine.Guard.refuseIf;

import io.jenkins.plugins.pchat.engine.check.Check;
import io.jenkins.plugins.pchat.engine.shell.Cmdlets;
import java.util.List;

/** What must hold of the pool after a failback. */
public final class FailedBackPool {

    private FailedBackPool() {}

    /**
     * The checks, in the order of the table.
     *
     * @param pool the pool's FQDN
     * @param servers who is to be active, and nobody else
     */
    public static List<Check<PoolState>> checks(String pool, List<String> servers) {
        return List.of(
                Check.block(pool, PoolGuards.EXISTS, seen -> seen.identity() + " is in the topology"),
                there(Check.block(
                        pool,
                        refuseIf(
                                "pool-state-normal",
                                seen -> !seen.is(PoolMode.NORMAL),
                                seen -> "the state is " + seen.state()
                                        + "; the servers look for the backup instance's databases, which are RESTORING.",
                                "Run pchatSetPoolState with state: 'Normal'."),
                        seen -> "the state is Normal: the pool uses its primary databases")),
                there(Check.block(
                        pool,
                        refuseIf(
                                "active-servers",
                                seen -> !Fqdn.same(seen.active(), servers),
                                seen -> "active are " + names(seen.active()) + ", and wanted "
                                        + String.join(", ", servers) + ".",
                                "Run pchatSetActive with the servers that are wanted."),
                        seen -> "active are " + names(seen.active()))),
                there(Check.block(
                        pool,
                        refuseIf(
                                "replication",
                                seen -> !seen.lagging().isEmpty(),
                                seen ->
                                        "these computers do not have the last change yet, and may work with the state and the list"
                                                + " from before: " + names(seen.lagging()) + ".",
                                "Wait some minutes and look again (" + Cmdlets.replicationStatus()
                                        + "). If it does not end, see what docs/RUNBOOK.md says of replication."),
                        seen -> "up to date on all " + seen.computers().size() + " computers")));
    }

    private static Check<PoolState> there(Check<PoolState> check) {
        return check.when(PoolState::exists, seen -> "there is no such pool");
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
