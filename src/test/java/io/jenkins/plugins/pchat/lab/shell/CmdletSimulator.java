package io.jenkins.plugins.pchat.lab.shell;

import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import java.util.List;
import java.util.Map;

/** The cmdlets by name. One that the lab doesn't know is an error that says so. */
final class CmdletSimulator {

    private final ReadCmdlets reads;
    private final WriteCmdlets writes;
    private final Faults faults;

    CmdletSimulator(Topology topology, Faults faults) {
        this.reads = new ReadCmdlets(topology);
        this.writes = new WriteCmdlets(topology);
        this.faults = faults;
    }

    /**
     * Runs a cmdlet.
     *
     * @return the objects of its output, each with all its properties
     */
    List<Map<String, Object>> run(CmdletCall call) throws CmdletError {
        if (call.changes() && faults.inForce(Fault.RBAC_REFUSED)) {
            throw refused(call);
        }
        switch (call.name()) {
            case "Get-CsService":
                return reads.services(call);
            case "Get-CsPool":
                return reads.pools(call);
            case "Get-CsPersistentChatState":
                return reads.states(call);
            case "Get-CsManagementStoreReplicationStatus":
                return reads.replication(call);
            case "Set-CsPersistentChatActiveServer":
                writes.setActive(call);
                return List.of();
            case "Set-CsPersistentChatState":
                writes.setState(call);
                return List.of();
            case "Invoke-CsManagementStoreReplication":
                writes.push(call);
                return List.of();
            default:
                throw unknown(call);
        }
    }

    static CmdletError refused(CmdletCall call) {
        return new CmdletError(
                "UnauthorizedAccess," + call.name(),
                "PermissionDenied",
                "Access is denied: the account is in none of the groups that may run " + call.name() + ".");
    }

    private static CmdletError unknown(CmdletCall call) {
        return new CmdletError(
                "CommandNotFoundException",
                "ObjectNotFound",
                "The term '" + call.name() + "' is not recognized as the name of a cmdlet that the lab simulates.");
    }
}
