package io.jenkins.plugins.pchat.lab.shell;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
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
            return failed(13, "request", "System.ArgumentException", "NotSpecified", e.getMessage());
        }
        for (CmdletCall call : calls) {
            if (!ALLOWED.contains(call.name())) {
                String why = "The cmdlet '" + call.name() + "' is not one of those that this script runs.";
                return failed(13, "request", why, "OperationStopped", why);
            }
        }
        if (remote == null && !moduleInstalled) {
            String why = "Neither the module SkypeForBusiness nor the module Lync is installed.";
            return failed(11, "module", why, "OperationStopped", why);
        }
        if (remote != null && !mayLogIn(remote)) {
            String why = "Connecting to remote server failed with the following error message : Access is denied.";
            return failed(12, "remote", "AccessDenied,PSSessionOpenFailed", "OpenError", why);
        }
        if (remote != null
                && faults.inForce(Fault.RBAC_REFUSED)
                && calls.stream().anyMatch(CmdletCall::changes)) {
            String why = "Running the Get-Command command in a remote session reported an error: the cmdlet is not"
                    + " recognized.";
            return failed(12, "import", "ErrorFromRemoteCommand,ImportPSSessionCommand", "InvalidResult", why);
        }
        return run(calls, selections);
    }

    private Ended run(List<CmdletCall> calls, List<JSONArray> selections) {
        JSONArray results = new JSONArray();
        for (int i = 0; i < calls.size(); i++) {
            try {
                faults.holds().pass("cmdlet " + calls.get(i).name());
                results.put(result(calls.get(i), selections.get(i)));
            } catch (CmdletError e) {
                return failed(10, results, problem("cmdlet", i, e.id(), e.category(), e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Ended(1, "", "");
            }
        }
        if (calls.stream().anyMatch(CmdletCall::changes) && faults.strikes(Fault.SHELL_CRASH, topology.pool())) {
            // The worst moment: the change is made, and nobody hears of it.
            return new Ended(3, noise(), "");
        }
        return new Ended(0, noise() + answer(results, JSONObject.NULL), clixml());
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

    private static Ended failed(int exitCode, String stage, String id, String category, String message) {
        return failed(exitCode, new JSONArray(), problem(stage, 0, id, category, message));
    }

    private static Ended failed(int exitCode, JSONArray results, JSONObject problem) {
        return new Ended(exitCode, noise() + answer(results, problem), clixml());
    }

    private static JSONObject problem(String stage, int call, String id, String category, String message) {
        return new JSONObject()
                .put("stage", stage)
                .put("call", call)
                .put("id", id)
                .put("category", category)
                .put("message", message);
    }

    private static String answer(JSONArray results, Object problem) {
        String json =
                new JSONObject().put("results", results).put("error", problem).toString();
        return "\r\n<<<PCFB:" + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8))
                + ":PCFB>>>\r\n";
    }

    /** What a module prints while it is imported. */
    private static String noise() {
        return "WARNING: The names of some imported commands include unapproved verbs that might make them less"
                + " discoverable.\r\n";
    }

    /** What PowerShell writes to a redirected standard error. */
    private static String clixml() {
        return "#< CLIXML\r\n"
                + "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"><Obj S=\"progress\""
                + " RefId=\"0\"><TN RefId=\"0\"><T>System.Management.Automation.PSCustomObject</T></TN></Obj></Objs>";
    }
}
