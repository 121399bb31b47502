package io.jenkins.plugins.pchat.engine.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CmdletTest {

    private static final String POOL = "PersistentChatServer:lyncpc.dci.discovery.com";

    @Test
    void isTypedAsTheDocumentsShowTheFailback() {
        assertEquals(
                "Set-CsPersistentChatActiveServer -Identity \"" + POOL + "\" -ActiveServers $null -Confirm:$false",
                Cmdlets.clearActiveServers(POOL).toString());
        assertEquals(
                "Set-CsPersistentChatActiveServer -Identity \"" + POOL
                        + "\" -ActiveServers @{Replace=\"a.example.com\",\"b.example.com\"} -Confirm:$false",
                Cmdlets.replaceActiveServers(POOL, List.of("a.example.com", "b.example.com"))
                        .toString());
        assertEquals(
                "Set-CsPersistentChatState -Identity \"" + POOL + "\" -PoolState \"Normal\" -Confirm:$false",
                Cmdlets.setState(POOL, "Normal").toString());
        assertEquals(
                "Get-CsService -PersistentChatServer",
                Cmdlets.persistentChatServers().toString());
        assertEquals(
                "Get-CsService -PersistentChatDatabase",
                Cmdlets.persistentChatDatabases().toString());
    }

    @Test
    void quotesWhatPowerShellWouldExpand() {
        Cmdlet odd = new Cmdlet("Get-CsPool", Map.of("Identity", "it's $(Remove-Item x)"), List.of());
        assertEquals("Get-CsPool -Identity 'it''s $(Remove-Item x)'", odd.toString());
    }
}
