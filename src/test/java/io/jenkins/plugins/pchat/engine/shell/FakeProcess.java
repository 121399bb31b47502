package io.jenkins.plugins.pchat.engine.shell;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;

/** A process that keeps what it is given and ends as it is told. */
final class FakeProcess implements ShellProcess {

    List<String> arguments;
    String script;
    byte[] stdin;
    private Result result = new Result(0, new byte[0], new byte[0]);

    @Override
    public Result run(List<String> given, String text, byte[] input, Console diagnostics) {
        arguments = given;
        script = text;
        stdin = input;
        return result;
    }

    FakeProcess ends(int exitCode, String stdout, String stderr) {
        result = new Result(exitCode, stdout.getBytes(StandardCharsets.UTF_8), stderr.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Runs cmdlets that must fail. */
    Failure failure(RemoteShell remote, Cmdlet... calls) {
        PowerShell shell = new PowerShell(this, remote, Console.SILENT);
        return assertThrows(Failure.class, () -> shell.run(List.of(calls)));
    }

    /** What the script prints, with the noise around it. */
    static String answer(String results, String error) {
        String json = "{\"results\":" + results + ",\"error\":" + error + "}";
        return "WARNING: noise\r\n<<<PCFB:" + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8))
                + ":PCFB>>>\r\n";
    }

    /** What the script prints when something failed at the first call. */
    static String error(String stage, String id, String category, String message) {
        return answer(
                "[]",
                new JSONObject(Map.of("stage", stage, "call", 0, "id", id, "category", category, "message", message))
                        .toString());
    }
}
