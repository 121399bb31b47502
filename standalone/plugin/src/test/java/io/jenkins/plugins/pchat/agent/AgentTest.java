package io.jenkins.plugins.pchat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTest {

    @TempDir
    private Path folder;

    @Test
    void theBuiltInNodeIsRefused() {
        Failure refused = assertThrows(Failure.class, () -> new TestAgent("", folder).agent());
        assertEquals(Failure.Code.INVALID, refused.code());
        assertTrue(refused.getMessage().contains("never runs on the controller"), refused.getMessage());
    }

    @Test
    void anAgentThatIsOfflineIsNamed() {
        TestAgent agent = new TestAgent("win1", folder);
        agent.offline = true;
        Failure failure = assertThrows(Failure.class, agent::agent);
        assertEquals(Failure.Code.CONNECT, failure.code());
        assertTrue(failure.getMessage().contains("win1 is offline"), failure.getMessage());
    }
}
