package io.jenkins.plugins.pchat.engine.pool;

import io.jenkins.plugins.pchat.engine.Observation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the management shell says of one Persistent Chat pool.
 *
 * @param pool its FQDN, as it was asked for
 * @param identity the identity of its Persistent Chat service; null when no such service is in the topology
 * @param version 6 for Lync Server 2013, 7 for Skype for Business Server 2015; null when it isn't told
 * @param computers the computers of the pool
 * @param active the servers that accept clients
 * @param inactive those that don't
 * @param stateIdentity the identity under which the pool's state is kept; null when there is none
 * @param state {@code Normal} or {@code FailedOver}; null with a null identity
 * @param databases the topology's references to database stores, by the name of the property
 * @param instances the names of those stores' SQL Server instances, by the identity of the store; empty for a default instance
 * @param replicas one for each computer
 * @param others the other Persistent Chat pools of the deployment
 */
public record PoolState(
        String pool,
        String identity,
        String version,
        List<String> computers,
        List<String> active,
        List<String> inactive,
        String stateIdentity,
        String state,
        Map<String, String> databases,
        Map<String, String> instances,
        List<Replica> replicas,
        List<String> others)
        implements Observation, Serializable {

    private static final long serialVersionUID = 1L;

    /** The store that the pool works with in state Normal. */
    public static final String PRIMARY_DATABASE = "PersistentChatDatabase";

    public static final String MIRROR_DATABASE = "MirrorPersistentChatDatabase";

    /** The store that it works with in state FailedOver. */
    public static final String BACKUP_DATABASE = "BackupPersistentChatDatabase";

    public static final String BACKUP_MIRROR_DATABASE = "BackupMirrorPersistentChatDatabase";

    public PoolState {
        computers = List.copyOf(computers);
        active = List.copyOf(active);
        inactive = List.copyOf(inactive);
        databases = Collections.unmodifiableMap(new LinkedHashMap<>(databases));
        instances = Collections.unmodifiableMap(new LinkedHashMap<>(instances));
        replicas = List.copyOf(replicas);
        others = List.copyOf(others);
    }

    /** Whether the topology has a Persistent Chat service in a pool of this name. */
    public boolean exists() {
        return identity != null;
    }

    public boolean is(PoolMode mode) {
        return mode.is(state);
    }

    /**
     * The host of one of the topology's stores: {@code PersistentChatDatabase:sql.example.com} is on {@code sql.example.com}.
     *
     * @param role the name of the property
     */
    public Optional<String> storeHost(String role) {
        return Optional.ofNullable(databases.get(role))
                .map(reference -> reference.substring(reference.lastIndexOf(':') + 1))
                .filter(host -> !host.isBlank());
    }

    /** The name of that store's instance, empty for a default one; not there when the topology has not told it. */
    public Optional<String> storeInstance(String role) {
        return Optional.ofNullable(databases.get(role)).map(instances::get);
    }

    /** The computers that have not applied the last update made for them. */
    public List<String> lagging() {
        return replicas.stream()
                .filter(replica -> !replica.upToDate())
                .map(Replica::computer)
                .toList();
    }

    /** A store as the topology refers to it, with its instance: {@code PersistentChatDatabase:sqla.example.com\\RTC}; null when there is none. */
    String store(String role) {
        String store = databases.get(role);
        String instance = store == null ? "" : instances.getOrDefault(store, "");
        return instance.isEmpty() ? store : store + "\\" + instance;
    }

    /** {@code pool}, {@code activeServers} and {@code poolState}: who has to give up half-way puts these back. */
    @Override
    public Map<String, Object> facts() {
        return exists() ? Map.of("pool", pool, "activeServers", active, "poolState", String.valueOf(state)) : Map.of();
    }

    @Override
    public List<String> lines() {
        if (!exists()) {
            return List.of("pool " + pool + ": not in the topology as a Persistent Chat pool");
        }
        List<String> lines = new ArrayList<>();
        lines.add("pool " + pool + ": " + identity + ", " + product());
        lines.add("state: " + (state == null ? "unknown" : state) + meaning());
        lines.add("active servers: " + names(active));
        lines.add("inactive servers: " + names(inactive));
        lines.add("computers: " + names(computers));
        databases.forEach((role, store) -> lines.add(role + ": " + store(role)));
        lines.add("replication: " + (lagging().isEmpty() ? "up to date" : "not up to date on " + names(lagging())));
        return lines;
    }

    private String product() {
        if (version == null) {
            return "version unknown";
        }
        return switch (version) {
            case "6" -> "Lync Server 2013";
            case "7" -> "Skype for Business Server 2015";
            default -> "version " + version;
        };
    }

    private String meaning() {
        if (is(PoolMode.NORMAL)) {
            return " (the pool uses its primary databases)";
        }
        return is(PoolMode.FAILED_OVER) ? " (the pool uses its backup databases)" : "";
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
