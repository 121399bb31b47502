package io.jenkins.plugins.pchat.engine.pool;

import io.jenkins.plugins.pchat.engine.Guard;
import java.util.Locale;

/**
 * An instance of SQL Server beside the topology that should name it as the store of a pool.
 *
 * @param host as the user named it, without the instance
 * @param machine the name that the instance's host has for itself, short
 * @param instance the name of the instance; null for the default one
 */
public record Store(PoolState pool, String host, String machine, String instance) {

    /** The instance that is to be restored to is the pool's primary database store. */
    public static final Guard<Store> PRIMARY = of("primary-in-topology", PoolState.PRIMARY_DATABASE, "primary");

    /** The instance that serves the users now is the pool's backup database store. */
    public static final Guard<Store> BACKUP = of("backup-in-topology", PoolState.BACKUP_DATABASE, "backup");

    private static Guard<Store> of(String id, String role, String word) {
        return Guard.refuseIf(
                id,
                seen -> !seen.isIn(role),
                seen -> seen.pool.databases().containsKey(role)
                        ? "The topology has " + seen.pool.store(role) + " as the " + word
                                + " database of the pool, not " + seen.name() + " (" + seen.host + ")."
                        : "The topology has no " + word + " database for the pool.",
                "Check the " + word + " instance. If its mirror is the principal, fail it over to the one that the"
                        + " topology names (Invoke-CsDatabaseFailover).");
    }

    /** By the name that the user gave or by the one it has for itself; an instance that the topology does not tell is taken as it is. */
    private boolean isIn(String role) {
        String reference = pool.databases().get(role);
        if (reference == null) {
            return false;
        }
        String fqdn = reference.substring(reference.indexOf(':') + 1);
        String label = fqdn.split("\\.")[0];
        boolean sameHost = fqdn.equalsIgnoreCase(host) || label.equalsIgnoreCase(machine);
        String wanted = pool.instances().get(reference);
        return sameHost && (wanted == null || wanted.equalsIgnoreCase(instance == null ? "" : instance));
    }

    /** {@code SQLA\RTC}. */
    public String name() {
        return machine.toUpperCase(Locale.ROOT) + (instance == null ? "" : "\\" + instance);
    }
}
