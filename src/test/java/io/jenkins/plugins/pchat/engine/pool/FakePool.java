package io.jenkins.plugins.pchat.engine.pool;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.shell.Cmdlet;
import io.jenkins.plugins.pchat.engine.shell.Cmdlets;
import io.jenkins.plugins.pchat.engine.shell.Shell;
import io.jenkins.plugins.pchat.engine.shell.ShellResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A shell with one pool behind it, which keeps what was run. */
final class FakePool implements Shell {

    static final String POOL = "lyncpc.dci.discovery.com";
    static final String IDENTITY = "PersistentChatServer:" + POOL;

    final List<String> ran = new ArrayList<>();
    final Map<String, List<String>> service = new HashMap<>();
    List<String> computers = List.of("a1.example.com", "a2.example.com", "b1.example.com");
    List<String> active = List.of("b1.example.com");
    String state = "FailedOver";

    /** So many looks at the replication after a change still show what was before; negative: for ever. */
    int lateLooks;

    /** The computers that have not applied the last update. */
    List<String> lagging = List.of();

    /** The database services, with their instances. */
    List<Map<String, List<String>>> databaseServices = List.of();

    /** Cmdlets of this name fail. */
    String failing;

    /** Setters are answered, and nothing changes. */
    boolean deaf;

    private Instant update = Instant.parse("2020-01-01T00:00:00.0000000Z");
    private boolean announced = true;

    FakePool() {
        service.put("Identity", List.of(IDENTITY));
        service.put("PoolFqdn", List.of(POOL));
        service.put("Version", List.of("6"));
        service.put("PersistentChatDatabase", List.of("PersistentChatDatabase:sqla.example.com"));
        service.put("BackupPersistentChatDatabase", List.of("PersistentChatDatabase:sqlb.example.com"));
    }

    List<String> writes() {
        return ran.stream().filter(line -> !line.startsWith("Get-")).toList();
    }

    @Override
    public List<ShellResult> run(List<Cmdlet> calls) throws Failure {
        List<ShellResult> results = new ArrayList<>();
        for (Cmdlet call : calls) {
            ran.add(call.toString());
            if (call.name().equals(failing)) {
                throw Failure.of(Failure.Code.DENIED, call + " failed: no.");
            }
            results.add(new ShellResult(run(call)));
        }
        return results;
    }

    private List<Map<String, List<String>>> run(Cmdlet call) {
        switch (call.name()) {
            case Cmdlets.GET_SERVICE:
                if (call.parameters().containsKey("PersistentChatDatabase")) {
                    return databaseServices;
                }
                Map<String, List<String>> answer = new HashMap<>(service);
                answer.put("ActiveServers", active);
                return List.of(answer);
            case Cmdlets.GET_POOL:
                return List.of(
                        Map.of("Identity", List.of("fe.example.com"), "Computers", List.of("fe.example.com")),
                        Map.of("Identity", List.of(POOL.toUpperCase()), "Computers", computers));
            case Cmdlets.GET_STATE:
                return state == null
                        ? List.of()
                        : List.of(Map.of("Identity", List.of(IDENTITY), "PoolState", List.of(state)));
            case Cmdlets.GET_REPLICATION:
                return replication();
            case Cmdlets.INVOKE_REPLICATION:
                return List.of();
            case Cmdlets.SET_STATE:
                change(() -> state = (String) call.parameters().get("PoolState"));
                return List.of();
            default:
                change(() -> active = servers(call.parameters().get("ActiveServers")));
                return List.of();
        }
    }

    private void change(Runnable change) {
        if (!deaf) {
            change.run();
        }
        announced = false;
    }

    private List<Map<String, List<String>>> replication() {
        if (!announced && lateLooks-- == 0) {
            announced = true;
            update = update.plusSeconds(60);
        }
        return computers.stream()
                .map(computer -> Map.of(
                        "ReplicaFqdn", List.of(computer.toUpperCase()),
                        "UpToDate", List.of(lagging.contains(computer) ? "False" : "True"),
                        "LastUpdateCreation", List.of(update.toString())))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> servers(Object value) {
        return value == Cmdlet.NULL ? List.of() : ((Map<String, List<String>>) value).get("Replace");
    }
}
