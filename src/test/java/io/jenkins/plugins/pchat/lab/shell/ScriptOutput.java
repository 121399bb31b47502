package io.jenkins.plugins.pchat.lab.shell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.json.JSONArray;
import org.json.JSONObject;

/** What a process writes that runs the plugin's script: the answer between its markers, and the noise around it. */
final class ScriptOutput {

    private ScriptOutput() {}

    static ScriptHost.Ended failed(int exitCode, String stage, String id, String category, String message) {
        return failed(exitCode, new JSONArray(), problem(stage, 0, id, category, message));
    }

    static ScriptHost.Ended failed(int exitCode, JSONArray results, JSONObject problem) {
        return new ScriptHost.Ended(exitCode, noise() + answer(results, problem), clixml());
    }

    static JSONObject problem(String stage, int call, String id, String category, String message) {
        return new JSONObject()
                .put("stage", stage)
                .put("call", call)
                .put("id", id)
                .put("category", category)
                .put("message", message);
    }

    static String answer(JSONArray results, Object problem) {
        String json =
                new JSONObject().put("results", results).put("error", problem).toString();
        return "\r\n<<<PCFB:" + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8))
                + ":PCFB>>>\r\n";
    }

    /** What a module prints while it is imported. */
    static String noise() {
        return "WARNING: The names of some imported commands include unapproved verbs that might make them less"
                + " discoverable.\r\n";
    }

    /** What PowerShell writes to a redirected standard error. */
    static String clixml() {
        return "#< CLIXML\r\n"
                + "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"><Obj S=\"progress\""
                + " RefId=\"0\"><TN RefId=\"0\"><T>System.Management.Automation.PSCustomObject</T></TN></Obj></Objs>";
    }
}
