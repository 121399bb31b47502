package io.jenkins.plugins.pchat.engine.pool;

import io.jenkins.plugins.pchat.engine.Guard;
import java.util.List;

/** The guards of the operations on a pool. */
final class PoolGuards {

    static final Guard<PoolState> EXISTS = Guard.refuseIf(
            "pool-exists",
            seen -> !seen.exists(),
            seen -> "The topology has no Persistent Chat pool " + seen.pool()
                    + (seen.others().isEmpty()
                            ? "; it has no Persistent Chat pool at all."
                            : "; it has " + String.join(", ", seen.others()) + "."),
            "Give the pool's fully qualified name as Get-CsService -PersistentChatServer prints it (PoolFqdn).");

    static final Guard<PoolState> STATE_KNOWN = Guard.refuseIf(
            "pool-state-known",
            seen -> !seen.is(PoolMode.NORMAL) && !seen.is(PoolMode.FAILED_OVER),
            seen -> (seen.state() == null
                            ? "The management shell lists no state for pool " + seen.pool()
                            : "The state of pool " + seen.pool() + " is '" + seen.state()
                                    + "', neither Normal nor FailedOver")
                    + ", so it can't be told which databases it uses.",
            "Look at the output of Get-CsPersistentChatState, and set the state that the pool is in by hand"
                    + " (Set-CsPersistentChatState -Identity ... -PoolState FailedOver while it uses its backup databases).");

    static final Guard<PoolState> HAS_BACKUP_DATABASE = Guard.refuseIf(
            "backup-database-in-topology",
            seen -> !seen.databases().containsKey(PoolState.BACKUP_DATABASE),
            seen -> "The topology names no backup database for pool " + seen.pool()
                    + "; failed over, the pool would have no database at all.",
            "Add the backup SQL Server store to the pool in Topology Builder and publish the topology.");

    private PoolGuards() {}

    /**
     * Every server must be a computer of the pool; one that isn't would make the setter fail half way, or leave nobody
     * serving.
     */
    static Guard<PoolState> serversInPool(List<String> servers) {
        return Guard.refuseIf(
                "servers-in-pool",
                seen -> !strangers(servers, seen).isEmpty(),
                seen -> "Not in pool " + seen.pool() + ": " + String.join(", ", strangers(servers, seen))
                        + ". Its computers are " + String.join(", ", seen.computers()) + ".",
                "Name only computers of the pool, as Get-CsPool prints them (Computers).");
    }

    private static List<String> strangers(List<String> servers, PoolState seen) {
        return servers.stream()
                .filter(server -> !Fqdn.contains(seen.computers(), server))
                .toList();
    }
}
