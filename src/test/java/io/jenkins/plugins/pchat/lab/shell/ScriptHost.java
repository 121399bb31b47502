package io.jenkins.plugins.pchat.lab.shell;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.fault.Moments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/**
 * Does what the plugin's script does when PowerShell runs it: the request from standard input, the answer between the
 * markers, the exit code.
 */
final class ScriptHost {

    /** How a process ends. */
    record Ended(int exitCode, String stdout, String stderr) {}

    private static final Set<String> ALLOWED = Set.of(
            "Get-CsService",
            "Get-CsPool",
            "Get-CsPersistentChatState",
            "Set-CsPersistentChatActiveServer",
            "Set-CsPersistentChatState",
            "Get-CsManagementStoreReplicationStatus",
            "Invoke-CsManagementStoreReplication");

    private final Topology topology;
    private final Faults faults;
    private final Journal journal;
    private final ShellAccount account;
    private final boolean moduleInstalled;

    ScriptHost(Topology topology, Faults faults, Journal journal, ShellAccount account, boolean moduleInstalled) {
        this.topology = topology;
        this.faults = faults;
        this.journal = journal;
        this.account = account;
        this.moduleInstalled = moduleInstalled;
    }

    Ended run(byte[] stdin) {
        List<CmdletCall> calls = new ArrayList<>();
        List<JSONArray> selections = new ArrayList<>();
        JSONObject remote;
        try {
            JSONObject request = new JSONObject(new String(stdin, StandardCharsets.UTF_8));
            remote = request.optJSONObject("remote");
            for (Object one : request.getJSONArray("calls")) {
                JSONObject call = (JSONObject) one;
                calls.add(new CmdletCall(call.getString("name"), call.getJSONObject("parameters")));
                selections.add(call.getJSONArray("select"));
            }
        } catch (JSONException e) {
            return ScriptOutput.failed(13, "request", "System.ArgumentException", "NotSpecified", e.getMessage());
        }
        for (CmdletCall call : calls) {
            if (!ALLOWED.contains(call.name())) {
                String why = "The cmdlet '" + call.name() + "' is not one of those that this script runs.";
                return ScriptOutput.failed(13, "request", why, "OperationStopped", why);
            }
        }
        if (remote == null && !moduleInstalled) {
            String why = "Neither the module SkypeForBusiness nor the module Lync is installed.";
            return ScriptOutput.failed(11, "module", why, "OperationStopped", why);
        }
        if (remote != null && !mayLogIn(remote)) {
            String why = "Connecting to remote server failed with the following error message : Access is denied.";
            return ScriptOutput.failed(12, "remote", "AccessDenied,PSSessionOpenFailed", "OpenError", why);
        }
        if (remote != null
                && faults.inForce(Fault.RBAC_REFUSED)
                && calls.stream().anyMatch(CmdletCall::changes)) {
            String why = "Running the Get-Command command in a remote session reported an error: the cmdlet is not"
                    + " recognized.";
            return ScriptOutput.failed(
                    12, "import", "ErrorFromRemoteCommand,ImportPSSessionCommand", "InvalidResult", why);
        }
        return run(calls, selections);
    }

    private Ended run(List<CmdletCall> calls, List<JSONArray> selections) {
        List<String> cmdlets = calls.stream().map(CmdletCall::toString).toList();
        switch (faults.moments().beforeCmdlets(cmdlets)) {
            case CRASH -> {
                return new Ended(3, ScriptOutput.noise(), "");
            }
            case REFUSE -> {
                CmdletError refused = CmdletSimulator.refused(calls.get(0));
                return ScriptOutput.failed(
                        10,
                        new JSONArray(),
                        ScriptOutput.problem("cmdlet", 0, refused.id(), refused.category(), refused.getMessage()));
            }
            default -> {
                // it runs
            }
        }
        JSONArray results = new JSONArray();
        for (int i = 0; i < calls.size(); i++) {
            try {
                faults.holds().pass("cmdlet " + calls.get(i).name());
                results.put(result(calls.get(i), selections.get(i)));
            } catch (CmdletError e) {
                return ScriptOutput.failed(
                        10, results, ScriptOutput.problem("cmdlet", i, e.id(), e.category(), e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Ended(1, "", "");
            }
        }
        if (faults.moments().afterCmdlets(cmdlets) == Moments.Blow.CRASH
                || calls.stream().anyMatch(CmdletCall::changes) && faults.strikes(Fault.SHELL_CRASH, topology.pool())) {
            // The worst moment: the change is made, and nobody hears of it.
            return new Ended(3, ScriptOutput.noise(), "");
        }
        return new Ended(
                0, ScriptOutput.noise() + ScriptOutput.answer(results, JSONObject.NULL), ScriptOutput.clixml());
    }

    private boolean mayLogIn(JSONObject remote) {
        String user = remote.optString("user", null);
        return remote.getString("uri").equalsIgnoreCase("https://" + topology.pool() + "/OcsPowershell")
                && (user == null
                        || (user.equalsIgnoreCase(account.name())
                                && account.password().equals(remote.getString("password"))));
    }

    private JSONObject result(CmdletCall call, JSONArray select) throws CmdletError {
        List<Map<String, Object>> output;
        try {
            output = new CmdletSimulator(topology, faults).run(call);
        } catch (CmdletError e) {
            tell(Journal.Kind.EVENT, call + " failed: " + e.id());
            throw e;
        }
        tell(call.changes() ? Journal.Kind.SHELL_WRITE : Journal.Kind.SHELL_READ, call.toString());
        JSONArray objects = new JSONArray();
        for (Map<String, Object> object : output) {
            Map<String, List<String>> selected = new LinkedHashMap<>();
            for (Object name : select) {
                if (object.containsKey(name)) {
                    selected.put((String) name, texts(object.get(name)));
                }
            }
            objects.put(new JSONObject(selected));
        }
        return new JSONObject().put("objects", objects).put("warnings", new JSONArray());
    }

    private void tell(Journal.Kind kind, String text) {
        journal.add(kind, topology.pool(), account.name(), text);
    }

    private static List<String> texts(Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Object::toString).toList();
        }
        // PowerShell writes True and False.
        return List.of(value instanceof Boolean on ? (on ? "True" : "False") : value.toString());
    }
}
