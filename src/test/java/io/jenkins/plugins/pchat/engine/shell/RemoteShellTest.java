package io.jenkins.plugins.pchat.engine.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteShellTest {

    @Test
    void takesTheAddressOfAPool() {
        assertEquals(
                "https://lyncpc.dci.discovery.com/OcsPowershell as the agent's Windows account",
                new RemoteShell("https://lyncpc.dci.discovery.com/OcsPowershell", null, null).toString());
    }

    @Test
    void keepsThePasswordOutOfItsText() {
        RemoteShell shell = new RemoteShell("https://pool.example.com/OcsPowershell", "DCI\\svc-pchat", "s3cret");
        assertFalse(shell.toString().contains("s3cret"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "http://pool.example.com/OcsPowershell",
                "https:///OcsPowershell",
                "pool.example.com",
                "https://pool example.com/"
            })
    void refusesWhatIsNoAddressOfARemoteShell(String uri) {
        assertThrows(IllegalArgumentException.class, () -> RemoteShell.checkUri(uri));
    }

    @Test
    void doesNotRepeatAPasswordThatWasWrittenIntoTheAddress() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> RemoteShell.checkUri("https://admin:s3cret@pool.example.com/"));
        assertFalse(refusal.getMessage().contains("s3cret"));
    }

    @Test
    void wantsUserAndPasswordTogether() {
        assertThrows(
                IllegalArgumentException.class, () -> new RemoteShell("https://pool.example.com/", "DCI\\admin", null));
    }
}
