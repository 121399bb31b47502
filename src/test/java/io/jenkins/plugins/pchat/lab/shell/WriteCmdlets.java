package io.jenkins.plugins.pchat.lab.shell;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The cmdlets that change something; none of them has output. */
final class WriteCmdlets {

    private static final Pattern FQDN =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]*");

    private final Topology topology;
    private final Identities identities;

    WriteCmdlets(Topology topology) {
        this.topology = topology;
        this.identities = new Identities(topology);
    }

    void setActive(CmdletCall call) throws CmdletError {
        call.allow("Identity", "ActiveServers", "Confirm", "Force");
        identities.checkActiveServer(call);
        if (!call.has("ActiveServers")) {
            throw new CmdletError(
                    "MissingMandatoryParameter," + call.name(),
                    "InvalidArgument",
                    "Cannot process command because of one or more missing mandatory parameters: ActiveServers.");
        }
        List<String> servers = call.isNull("ActiveServers")
                ? List.of()
                : new ListModifier(call).apply(topology.configuration().active());
        for (String server : servers) {
            if (!FQDN.matcher(server).matches()) {
                throw call.conversion("ActiveServers", "'" + server + "' is not a fully qualified domain name.");
            }
            if (topology.computers().stream().noneMatch(server::equalsIgnoreCase)) {
                throw new CmdletError(
                        "InvalidOperation," + call.name(),
                        "InvalidOperation",
                        "Computer '" + server + "' is not in pool '" + topology.pool() + "'.");
            }
        }
        topology.setActive(
                servers.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    }

    void setState(CmdletCall call) throws CmdletError {
        call.allow("Identity", "PoolState", "Confirm", "Force");
        identities.checkState(call);
        String state = call.has("PoolState") ? call.text("PoolState") : Topology.NORMAL;
        if (Topology.NORMAL.equalsIgnoreCase(state)) {
            topology.setState(Topology.NORMAL);
        } else if (Topology.FAILED_OVER.equalsIgnoreCase(state)) {
            topology.setState(Topology.FAILED_OVER);
        } else {
            throw call.conversion("PoolState", "'" + state + "' is none of Normal, FailedOver.");
        }
    }

    void push(CmdletCall call) throws CmdletError {
        call.allow("ReplicaFqdn", "Force");
        String computer = call.text("ReplicaFqdn");
        for (Replicator.Status status : topology.replication()) {
            if (computer == null || computer.equalsIgnoreCase(status.computer())) {
                topology.push(status.computer());
            }
        }
        if (computer != null
                && topology.replication().stream().noneMatch(one -> computer.equalsIgnoreCase(one.computer()))) {
            throw CmdletError.notFound(call, computer);
        }
    }
}
