package io.jenkins.plugins.pchat.engine.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShellScriptTest {

    private final String script = ShellScript.text();

    @Test
    void isPlainAsciiBecauseWindowsPowerShellReadsScriptsAsAnsi() throws IOException {
        try (InputStream in = ShellScript.class.getResourceAsStream(ShellScript.NAME)) {
            for (byte b : in.readAllBytes()) {
                assertTrue(b == '\n' || b == '\r' || (b >= 0x20 && b < 0x7f), "byte " + b);
            }
        }
    }

    @Test
    void endsItsLinesAsWindowsDoes() {
        assertFalse(script.replace("\r\n", "").contains("\n"));
        assertFalse(script.replace("\r\n", "").contains("\r"));
    }

    @Test
    void runsExactlyTheCmdletsOfTheEngine() {
        Matcher list =
                Pattern.compile("\\$allowed = @\\((.*?)\\)", Pattern.DOTALL).matcher(script);
        assertTrue(list.find());
        List<String> names = Pattern.compile("'([^']+)'")
                .matcher(list.group(1))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(new TreeSet<>(Cmdlets.NAMES), new TreeSet<>(names));
        assertEquals(Cmdlets.NAMES.size(), names.size());
    }

    @Test
    void neverRunsTextAsScript() {
        String lower = code().toLowerCase(Locale.ROOT);
        for (String danger : List.of(
                "invoke-expression",
                "iex ",
                "scriptblock",
                "addscript",
                "invoke-command",
                "invokescript",
                "expandstring",
                "start-process",
                "-encodedcommand",
                "add-type",
                ". $")) {
            assertFalse(lower.contains(danger), danger);
        }
        // The call operator occurs once, on the name that was found in the list.
        List<String> calls = Pattern.compile("(?m)&\\s*(\\S+)")
                .matcher(code())
                .results()
                .map(MatchResult::group)
                .toList();
        assertEquals(List.of("& $Call.name"), calls);
    }

    @Test
    void leavesStandardInputToItself() {
        // powershell.exe -File reads standard input itself when the script uses this variable, even in a place that is
        // never reached.
        assertFalse(script.toLowerCase(Locale.ROOT).contains("$input"));
    }

    @Test
    void neverPrintsThePassword() {
        List<String> uses =
                code().lines().filter(line -> line.contains(".password")).toList();
        assertEquals(1, uses.size(), "the password is read in one place: " + uses);
        assertTrue(uses.get(0).contains("ToCharArray"));
    }

    @Test
    void endsWithTheExitCodesThatTheEngineKnows() {
        for (int code : List.of(
                ShellScript.OK, ShellScript.CMDLET_FAILED, ShellScript.NO_MODULE, ShellScript.NO_REMOTE_SESSION)) {
            assertTrue(script.contains("$code = " + code + "\r\n"), "exit code " + code);
        }
        assertTrue(script.stripTrailing().endsWith("exit $code"));
    }

    private String code() {
        return String.join(
                "\n",
                script.lines().filter(line -> !line.strip().startsWith("#")).toList());
    }
}
