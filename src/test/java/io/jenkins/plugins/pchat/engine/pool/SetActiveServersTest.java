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

class SetActiveServersTest {

    private static final String SET = "Set-CsPersistentChatActiveServer -Identity \"" + FakePool.IDENTITY
            + "\" -ActiveServers @{Replace=\"a1.example.com\",\"a2.example.com\"} -Confirm:$false";

    private final FakePool pool = new FakePool();

    private final List<String> log = new ArrayList<>();

    private Outcome run(String... servers) throws Failure, InterruptedException {
        SetActiveServers.Request request = new SetActiveServers.Request(FakePool.POOL, List.of(servers), null, 15);
        return new OperationRunner(log::add).run(new SetActiveServers(request, pool, new FakeTicker()), false);
    }

    @Test
    void makesTheListTheOneAskedFor() throws Exception {
        pool.active = List.of();
        Outcome outcome = run("a1.example.com", "a2.example.com");
        assertEquals(List.of(SET), pool.writes());
        assertTrue(outcome.changed());
        assertEquals("2 active", outcome.state());
        assertEquals(List.of(), outcome.details().get("before"));
        assertEquals(
                List.of("a1.example.com", "a2.example.com"), outcome.details().get("after"));
        assertTrue(outcome.details().get("undo").toString().contains("-ActiveServers $null"));
    }

    @Test
    void comparesWithoutRegardToOrderAndCase() throws Exception {
        pool.active = List.of("a2.example.com", "A1.example.com");
        assertFalse(run("a1.example.com", "A2.EXAMPLE.COM").changed());
        assertTrue(log.contains("Nothing to do. changed: false"), log.toString());
        assertEquals(List.of(), pool.writes());
    }

    @Test
    void takesOffServersThatAreNotAskedFor() throws Exception {
        pool.active = List.of("a1.example.com", "b1.example.com");
        Outcome outcome = run("a1.example.com");
        assertTrue(outcome.changed());
        assertEquals(List.of("a1.example.com"), pool.active);
    }

    @Test
    void refusesAPoolThatIsNotThere() {
        pool.service.put("PoolFqdn", List.of("other.example.com"));
        Failure failure = assertThrows(Failure.class, () -> run("a1.example.com"));
        assertTrue(failure.what().contains("(guard pool-exists)"), failure.what());
        assertEquals(List.of(), pool.writes());
    }

    @Test
    void refusesAPoolWhoseStateNobodyKnows() {
        pool.state = "Migrating";
        Failure failure = assertThrows(Failure.class, () -> run("a1.example.com"));
        assertTrue(failure.what().contains("(guard pool-state-known)"), failure.what());
        assertEquals(List.of(), pool.writes());
    }

    @Test
    void refusesAServerThatIsNotInThePool() {
        Failure failure = assertThrows(Failure.class, () -> run("a1.example.com", "fe.example.com"));
        assertEquals(Failure.Code.REFUSED, failure.code());
        assertTrue(failure.what().contains("Not in pool lyncpc.dci.discovery.com: fe.example.com."), failure.what());
        assertEquals(List.of(), pool.writes());
    }
}
