package io.jenkins.plugins.pchat.lab.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cmdlets that read, each with the output that its reference page documents: a list of objects with all their
 * properties.
 */
final class ReadCmdlets {

    private final Topology topology;
    private final Identities identities;

    ReadCmdlets(Topology topology) {
        this.topology = topology;
        this.identities = new Identities(topology);
    }

    List<Map<String, Object>> services(CmdletCall call) throws CmdletError {
        call.allow("PersistentChatServer", "PersistentChatDatabase", "PoolFqdn");
        if (call.isOn("PersistentChatDatabase")) {
            return databaseServices(call);
        }
        if (!call.isOn("PersistentChatServer")) {
            throw new CmdletError(
                    "LabDoesNotSimulate,Get-CsService",
                    "NotImplemented",
                    "Of Get-CsService the lab simulates only -PersistentChatServer and -PersistentChatDatabase [-PoolFqdn].");
        }
        String pool = call.text("PoolFqdn");
        if (pool != null && !pool.equalsIgnoreCase(topology.pool())) {
            return List.of();
        }
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("Identity", topology.identity());
        service.put("PoolFqdn", topology.pool());
        service.put("ServiceId", "Discovery-PersistentChatServer-1");
        service.put("SiteId", "Site:Discovery");
        service.put("Version", topology.version());
        service.put("Role", "PersistentChatServer");
        service.put("ActiveServers", topology.configuration().active());
        service.put("InactiveServers", topology.inactive());
        service.putAll(topology.databases());
        return List.of(service);
    }

    private List<Map<String, Object>> databaseServices(CmdletCall call) throws CmdletError {
        List<Map<String, Object>> services = new ArrayList<>();
        for (Topology.DatabaseService one : topology.databaseServices()) {
            if (call.text("PoolFqdn") == null || call.text("PoolFqdn").equalsIgnoreCase(one.fqdn())) {
                Map<String, Object> service = new LinkedHashMap<>();
                service.put("Identity", one.identity());
                service.put("PoolFqdn", one.fqdn());
                service.put("SqlInstanceName", one.instance());
                service.put("Version", topology.version());
                service.put("Role", "PersistentChatDatabase");
                services.add(service);
            }
        }
        return services;
    }

    List<Map<String, Object>> pools(CmdletCall call) throws CmdletError {
        call.allow("Identity");
        String wanted = call.text("Identity");
        List<Map<String, Object>> pools = new ArrayList<>();
        for (Topology.Pool one : topology.pools()) {
            if (wanted == null || wanted.equalsIgnoreCase(one.fqdn())) {
                Map<String, Object> pool = new LinkedHashMap<>();
                pool.put("Identity", one.fqdn());
                pool.put("Fqdn", one.fqdn());
                pool.put("Site", one.site());
                pool.put("Services", one.services());
                pool.put("Computers", one.computers());
                pools.add(pool);
            }
        }
        if (pools.isEmpty()) {
            throw CmdletError.notFound(call, wanted);
        }
        return pools;
    }

    List<Map<String, Object>> states(CmdletCall call) throws CmdletError {
        call.allow("Identity", "LocalStore");
        if (call.has("Identity")) {
            identities.checkState(call);
        }
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("Identity", topology.identity());
        state.put("PoolState", topology.configuration().state());
        return List.of(state);
    }

    List<Map<String, Object>> replication(CmdletCall call) throws CmdletError {
        call.allow("ReplicaFqdn");
        String wanted = call.text("ReplicaFqdn");
        List<Map<String, Object>> replicas = new ArrayList<>();
        for (Replicator.Status status : topology.replication()) {
            if (wanted == null || wanted.equalsIgnoreCase(status.computer())) {
                Map<String, Object> replica = new LinkedHashMap<>();
                replica.put("UpToDate", status.upToDate());
                replica.put("ReplicaFqdn", status.computer());
                replica.put("LastStatusReport", status.lastStatusReport());
                replica.put("LastUpdateCreation", status.lastUpdateCreation());
                replica.put("ProductVersion", topology.version() == Topology.LYNC_2013 ? "5.0.8308.0" : "6.0.9319.0");
                replicas.add(replica);
            }
        }
        if (replicas.isEmpty()) {
            throw CmdletError.notFound(call, wanted);
        }
        return replicas;
    }
}
