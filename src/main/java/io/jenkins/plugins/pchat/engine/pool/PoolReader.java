package io.jenkins.plugins.pchat.engine.pool;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.shell.Cmdlet;
import io.jenkins.plugins.pchat.engine.shell.Cmdlets;
import io.jenkins.plugins.pchat.engine.shell.Shell;
import io.jenkins.plugins.pchat.engine.shell.ShellResult;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what there is to know of a pool, in one PowerShell process. */
public final class PoolReader {

    private static final List<String> DATABASES = List.of(
            PoolState.PRIMARY_DATABASE,
            PoolState.MIRROR_DATABASE,
            PoolState.BACKUP_DATABASE,
            PoolState.BACKUP_MIRROR_DATABASE);

    private static final List<Cmdlet> QUESTIONS = List.of(
            Cmdlets.persistentChatServers(),
            Cmdlets.pools(),
            Cmdlets.persistentChatStates(),
            Cmdlets.replicationStatus(),
            Cmdlets.persistentChatDatabases());

    private final Shell shell;
    private final String pool;

    /**
     * A reader.
     *
     * @param pool the pool's FQDN
     */
    public PoolReader(Shell shell, String pool) {
        this.shell = shell;
        this.pool = pool;
    }

    /**
     * Reads.
     *
     * @throws Failure SHELL or DENIED; a pool that isn't in the topology is no failure, but a state that doesn't {@link PoolState#exists() exist}
     */
    public PoolState read() throws Failure, InterruptedException {
        List<ShellResult> answers = shell.run(QUESTIONS);
        List<Map<String, List<String>>> services = answers.get(0).objects();
        Optional<Map<String, List<String>>> service = services.stream()
                .filter(one -> pool.equalsIgnoreCase(value(one, "PoolFqdn")))
                .findFirst();
        Optional<Map<String, List<String>>> state = answers.get(2).objects().stream()
                .filter(one -> PoolIdentity.isOf(value(one, "Identity"), pool))
                .findFirst();
        List<String> computers = answers.get(1).objects().stream()
                .filter(one ->
                        pool.equalsIgnoreCase(value(one, "Fqdn")) || pool.equalsIgnoreCase(value(one, "Identity")))
                .findFirst()
                .map(one -> values(one, "Computers"))
                .orElse(List.of());
        return new PoolState(
                pool,
                service.map(one -> value(one, "Identity")).orElse(null),
                service.map(one -> value(one, "Version")).orElse(null),
                computers,
                service.map(one -> values(one, "ActiveServers")).orElse(List.of()),
                service.map(one -> values(one, "InactiveServers")).orElse(List.of()),
                state.map(one -> value(one, "Identity")).orElse(null),
                state.map(one -> value(one, "PoolState")).orElse(null),
                service.map(PoolReader::databases).orElse(Map.of()),
                instances(answers.get(4)),
                replicas(computers, answers.get(3)),
                services.stream()
                        .map(one -> value(one, "PoolFqdn"))
                        .filter(other -> other != null && !other.equalsIgnoreCase(pool))
                        .toList());
    }

    /** Reads the replication alone, for a wait. */
    List<Replica> replicas(List<String> computers) throws Failure, InterruptedException {
        return replicas(
                computers, shell.run(List.of(Cmdlets.replicationStatus())).get(0));
    }

    private static List<Replica> replicas(List<String> computers, ShellResult status) throws Failure {
        List<Replica> replicas = new ArrayList<>();
        for (String computer : computers) {
            Replica replica = Replica.unknown(computer);
            for (Map<String, List<String>> one : status.objects()) {
                if (computer.equalsIgnoreCase(value(one, "ReplicaFqdn"))) {
                    boolean upToDate = "True".equalsIgnoreCase(value(one, "UpToDate"));
                    replica = new Replica(computer, upToDate, time(value(one, "LastUpdateCreation")));
                }
            }
            replicas.add(replica);
        }
        return replicas;
    }

    private static Instant time(String text) throws Failure {
        try {
            return text == null || text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Failure.of(
                    Failure.Code.SHELL,
                    "The management shell gave '" + text
                            + "' as the time of an update; a time in ISO 8601 was expected.");
        }
    }

    private static Map<String, String> databases(Map<String, List<String>> service) {
        Map<String, String> stores = new LinkedHashMap<>();
        for (String role : DATABASES) {
            String store = value(service, role);
            if (store != null && !store.isEmpty()) {
                stores.put(role, store);
            }
        }
        return stores;
    }

    /** The default instance has no name or an empty one. */
    private static Map<String, String> instances(ShellResult services) {
        Map<String, String> instances = new LinkedHashMap<>();
        services.objects().forEach(one -> {
            String identity = value(one, "Identity");
            if (identity != null) {
                String name = value(one, "SqlInstanceName");
                instances.put(identity, name == null ? "" : name);
            }
        });
        return instances;
    }

    private static String value(Map<String, List<String>> object, String property) {
        List<String> values = values(object, property);
        return values.isEmpty() ? null : values.get(0);
    }

    private static List<String> values(Map<String, List<String>> object, String property) {
        return object.getOrDefault(property, List.of());
    }
}
