package io.jenkins.plugins.pchat.engine.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Fuzz;
import io.jenkins.plugins.pchat.engine.Hostile;
import io.jenkins.plugins.pchat.engine.PlainText;
import io.jenkins.plugins.pchat.engine.Unusable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/** What goes to PowerShell: as JSON, which holds any text, and as a line that a person may copy into a shell. */
class HostileCmdletTest {

    /** The characters of PowerShell's own tokenizer, CharTraits: each of them begins and ends a text in apostrophes. */
    private static final String APOSTROPHES = "'\u2018\u2019\u201A\u201B";

    /** Reads the texts of a line as PowerShell does; whatever else there is must be the harmless line's. */
    private static List<String> texts(String line) {
        List<String> parts = new ArrayList<>();
        StringBuilder code = new StringBuilder();
        for (int at = 0; at < line.length(); ) {
            char c = line.charAt(at);
            if (c == '"') {
                int end = line.indexOf('"', at + 1);
                String text = line.substring(at + 1, end);
                assertTrue(text.matches("[A-Za-z0-9 ._:\\\\-]*"), "nothing to expand: " + text);
                parts.add(text);
                at = end + 1;
            } else if (APOSTROPHES.indexOf(c) >= 0) {
                StringBuilder text = new StringBuilder();
                for (at++; ; at++) {
                    char inside = line.charAt(at);
                    if (APOSTROPHES.indexOf(inside) >= 0) {
                        at++;
                        if (at >= line.length() || APOSTROPHES.indexOf(line.charAt(at)) < 0) {
                            break;
                        }
                        inside = line.charAt(at);
                    }
                    text.append(inside);
                }
                parts.add(text.toString());
            } else {
                code.append(c);
                at++;
            }
        }
        parts.add(code.toString());
        return parts;
    }

    @Fuzz
    void aLineThatIsCopiedIsReadAsWhatWillRun(@ForAll(supplier = Hostile.class) String value) {
        Cmdlet set;
        Cmdlet replace;
        try {
            set = Cmdlets.setState(value, "Normal");
            replace = Cmdlets.replaceActiveServers("global", List.of(value, "a", value));
        } catch (Unusable refused) {
            assertTrue(value.length() > 1_000 || !PlainText.isPlain(value), value);
            assertTrue(PlainText.isPlain(refused.getMessage()), refused.getMessage());
            return;
        }
        assertTrue(PlainText.isPlain(set.toString()), set.toString());
        assertEquals(
                List.of(value, "Normal", "Set-CsPersistentChatState -Identity  -PoolState  -Confirm:$false"),
                texts(set.toString()));
        assertEquals(
                List.of(
                        "global",
                        value,
                        "a",
                        value,
                        "Set-CsPersistentChatActiveServer -Identity  -ActiveServers @{Replace=,,} -Confirm:$false"),
                texts(replace.toString()));
    }

    @Test
    void anApostropheOfAnyKindIsDoubled() {
        assertEquals(
                "Invoke-CsManagementStoreReplication -ReplicaFqdn 'a\u2019\u2019; Remove-Item x; \u2018\u2018b\u201A\u201A\u201B\u201B'''",
                Cmdlets.replicate("a\u2019; Remove-Item x; \u2018b\u201A\u201B'")
                        .toString());
    }

    @Fuzz
    void theRequestIsOneLineOfAsciiAndHoldsEachValueAsItIs(@ForAll(supplier = Hostile.class) String value) {
        Cmdlet call;
        try {
            call = Cmdlets.setState(value, "Normal");
        } catch (Unusable refused) {
            return;
        }
        String request = new String(
                ShellWire.request(List.of(call), new RemoteShell("https://x.example/y", "u", value)),
                StandardCharsets.UTF_8);
        assertTrue(request.strip().chars().allMatch(c -> c >= ' ' && c < 0x7F), request);
        JSONObject read = new JSONObject(request);
        assertEquals(value, read.getJSONObject("remote").getString("password"));
        assertEquals(
                value,
                read.getJSONArray("calls")
                        .getJSONObject(0)
                        .getJSONObject("parameters")
                        .getJSONObject("Identity")
                        .getString("text"));
    }

    @Fuzz
    void noValueReachesTheScriptOrTheCommandLine(@ForAll(supplier = Hostile.class) String value) throws Exception {
        FakeProcess process = new FakeProcess();
        process.ends(0, FakeProcess.answer("[{\"objects\":[]}]", "null"), "");
        Cmdlet call;
        try {
            call = new Cmdlet("Get-CsPool", Map.of("Identity", "x" + value), List.of());
        } catch (Unusable refused) {
            return;
        }
        new PowerShell(process, null, line -> {}).run(List.of(call));
        assertEquals(PowerShell.ARGUMENTS, process.arguments);
        assertEquals(ShellScript.text(), process.script);
        assertFalse(process.script.contains("Invoke-Expression"));
    }
}
