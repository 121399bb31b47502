package io.jenkins.plugins.pchat.engine.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetPoolStateTest {

    private final FakePool pool = new FakePool();

    private final List<String> log = new ArrayList<>();

    private Outcome run(String state) throws Failure, InterruptedException {
        SetPoolState.Request request = new SetPoolState.Request(null, "service: " + FakePool.POOL, state, 15);
        return new OperationRunner(log::add).run(new SetPoolState(request, pool, new FakeTicker()), false);
    }

    @Test
    void setsTheStateUnderTheIdentityThatTheShellLists() throws Exception {
        Outcome outcome = run("normal");
        assertEquals(
                List.of("Set-CsPersistentChatState -Identity \"" + FakePool.IDENTITY
                        + "\" -PoolState \"Normal\" -Confirm:$false"),
                pool.writes());
        assertTrue(outcome.changed());
        assertEquals("Normal", outcome.state());
        assertEquals("FailedOver", outcome.details().get("before"));
        assertEquals("Normal", outcome.details().get("after"));
    }

    @Test
    void hasNothingToDoWhenThePoolIsInThatState() throws Exception {
        pool.state = "Normal";
        assertFalse(run("Normal").changed());
        assertTrue(log.contains("Nothing to do. changed: false"), log.toString());
        assertEquals(List.of(), pool.writes());
    }

    @Test
    void refusesToFailOverToABackupThatIsNotThere() throws Exception {
        pool.state = "Normal";
        pool.service.remove("BackupPersistentChatDatabase");
        Failure failure = assertThrows(Failure.class, () -> run("FailedOver"));
        assertTrue(failure.what().contains("backup-database-in-topology"), failure.what());
        assertEquals(List.of(), pool.writes());
    }

    @Test
    void failsOverWhenThereIsOne() throws Exception {
        pool.state = "Normal";
        assertEquals("FailedOver", run("FailedOver").state());
    }

    @Test
    void refusesAPoolThatIsNotThere() {
        pool.service.put("PoolFqdn", List.of("other.example.com"));
        for (String state : List.of("Normal", "FailedOver")) {
            Failure failure = assertThrows(Failure.class, () -> run(state));
            assertTrue(failure.what().contains("(guard pool-exists)"), failure.what());
        }
        assertEquals(List.of(), pool.writes());
    }

    @Test
    void refusesAPoolWithoutAState() {
        pool.state = null;
        assertEquals(
                Failure.Code.REFUSED,
                assertThrows(Failure.class, () -> run("Normal")).code());
    }
}
