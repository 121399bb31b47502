package io.jenkins.plugins.pchat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Watch;
import io.jenkins.plugins.pchat.engine.pool.ClearActiveServers;
import io.jenkins.plugins.pchat.engine.shell.ShellRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentWorkTest {

    private static final ShellRequest CLEAR = new ClearActiveServers.Request("pool.example.com", null, 0);
    private static final OperationId ID = new OperationId("agent-work");

    @TempDir
    private Path folder;

    @Test
    void theAccountsOfBothInstancesAreFoundInTheirOrder() {
        List<String> asked = new ArrayList<>();
        SqlWork work = new SqlWork(new Probe(Probe.Kind.EXECUTES, "sqla", "sqlb"), Arrays.asList(null, "dr"));
        Failure missing = Failure.of(Failure.Code.INVALID, "missing");
        assertThrows(
                Failure.class,
                () -> work.run(
                        new TestAgent("win1", folder).agent(),
                        id -> {
                            asked.add(id);
                            if (id != null) {
                                throw missing;
                            }
                            return io.jenkins.plugins.pchat.engine.sql.SqlLogin.AGENT_ACCOUNT;
                        },
                        ID,
                        false,
                        Watch.NOBODY));
        assertEquals(Arrays.asList(null, "dr"), asked);
    }

    @Test
    void anAddressThatIsNoneIsRefusedBeforeAnythingStarts() {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> new ShellAccess("http://pool.example.com", null));
        assertTrue(refused.getMessage().contains("https://"), refused.getMessage());
    }

    @Test
    void anAccountWithoutARemoteShellIsRefused() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new ShellAccess(null, "dr"));
        assertTrue(refused.getMessage().contains("shellUri is missing"), refused.getMessage());
    }

    @Test
    void theAccountOfARemoteShellIsFoundBeforeAnythingStarts() {
        ShellWork work = new ShellWork(CLEAR, new ShellAccess("https://pool.example.com/OcsPowershell", "dr"));
        Failure failure = assertThrows(
                Failure.class,
                () -> work.run(
                        new TestAgent("win1", folder).agent(),
                        id -> {
                            throw Failure.of(Failure.Code.INVALID, "no " + id);
                        },
                        ID,
                        false,
                        Watch.NOBODY));
        assertEquals("no dr", failure.what());
    }
}
