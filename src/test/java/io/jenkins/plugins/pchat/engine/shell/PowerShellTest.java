package io.jenkins.plugins.pchat.engine.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

class PowerShellTest {

    private static final String POOL = "PersistentChatServer:lyncpc.dci.discovery.com";
    private static final RemoteShell REMOTE =
            new RemoteShell("https://lyncpc.dci.discovery.com/OcsPowershell", "DCI\\svc-pchat", "p\u00e4ss\"word");

    private final FakeProcess process = new FakeProcess().ends(0, FakeProcess.answer("[]", "null"), "");
    private final List<String> log = new ArrayList<>();

    private PowerShell shell(RemoteShell remote) {
        return new PowerShell(process, remote, log::add);
    }

    @Test
    void startsTheScriptWithoutProfileAndWithoutQuestions() throws Exception {
        shell(null).run(List.of());
        assertEquals(List.of("-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass"), process.arguments);
        assertEquals(ShellScript.text(), process.script);
    }

    @Test
    void sendsEveryKindOfValueAsAValue() throws Exception {
        process.ends(0, FakeProcess.answer("[{\"objects\":[]},{\"objects\":[]},{\"objects\":[]}]", "null"), "");
        shell(null)
                .run(List.of(
                        Cmdlets.clearActiveServers(POOL),
                        Cmdlets.replaceActiveServers(POOL, List.of("a.example.com")),
                        Cmdlets.persistentChatServers()));
        JSONObject request = new JSONObject(new String(process.stdin, StandardCharsets.US_ASCII));
        assertFalse(request.has("remote"));
        JSONObject clear = request.getJSONArray("calls").getJSONObject(0);
        assertEquals("Set-CsPersistentChatActiveServer", clear.getString("name"));
        assertTrue(new JSONObject("{Identity:{text:'" + POOL + "'},ActiveServers:{null:true},Confirm:{flag:false}}")
                .similar(clear.getJSONObject("parameters")));
        assertTrue(new JSONObject("{modify:{Replace:['a.example.com']}}")
                .similar(request.query("/calls/1/parameters/ActiveServers")));
        assertTrue(new JSONObject("{flag:true}").similar(request.query("/calls/2/parameters/PersistentChatServer")));
        assertEquals("Identity", request.query("/calls/2/select/0"));
    }

    @Test
    void sendsTheAccountOfARemoteShellInAscii() throws Exception {
        shell(REMOTE).run(List.of());
        for (byte b : process.stdin) {
            assertTrue(b > 0, "one code page or another would read this byte as something else: " + b);
        }
        JSONObject remote =
                new JSONObject(new String(process.stdin, StandardCharsets.US_ASCII)).getJSONObject("remote");
        assertEquals("p\u00e4ss\"word", remote.getString("password"));
        assertEquals(
                1, new String(process.stdin, StandardCharsets.US_ASCII).lines().count());
    }

    @Test
    void readsTheAnswerBetweenTheMarkersAndNothingElse() throws Exception {
        process.ends(
                0,
                FakeProcess.answer(
                        "[{\"objects\":[{\"Fqdn\":[\"caf\u00e9.example.com\"],\"Computers\":[],\"Names\":[\"a\",\"b\"]}]}]",
                        "null"),
                "#< CLIXML\r\n<Objs/>");
        List<ShellResult> results = shell(null).run(List.of(Cmdlets.pools()));
        assertEquals(
                List.of(Map.of(
                        "Fqdn", List.of("caf\u00e9.example.com"),
                        "Computers", List.of(),
                        "Names", List.of("a", "b"))),
                results.get(0).objects());
    }

    @Test
    void passesWarningsOn() throws Exception {
        process.ends(0, FakeProcess.answer("[{\"objects\":[],\"warnings\":[\"restart the service\"]}]", "null"), "");
        shell(null).run(List.of(Cmdlets.setState(POOL, "Normal")));
        assertEquals(List.of("Warning of Set-CsPersistentChatState: restart the service"), log);
    }
}
