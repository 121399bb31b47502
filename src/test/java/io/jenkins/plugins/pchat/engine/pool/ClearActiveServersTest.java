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

class ClearActiveServersTest {

    private static final String CLEAR = "Set-CsPersistentChatActiveServer -Identity \"" + FakePool.IDENTITY
            + "\" -ActiveServers $null -Confirm:$false";
    private static final String UNDO = "Set-CsPersistentChatActiveServer -Identity \"" + FakePool.IDENTITY
            + "\" -ActiveServers @{Replace=\"b1.example.com\"} -Confirm:$false";

    private final FakePool pool = new FakePool();
    private final List<String> log = new ArrayList<>();

    private Outcome run(boolean dryRun, String identity, int minutes) throws Failure, InterruptedException {
        ClearActiveServers.Request request = new ClearActiveServers.Request(FakePool.POOL, identity, minutes);
        return new OperationRunner(log::add).run(new ClearActiveServers(request, pool, new FakeTicker()), dryRun);
    }

    @Test
    void emptiesTheListAndTellsHowToPutItBack() throws Exception {
        Outcome outcome = run(false, null, 15);
        assertEquals(List.of(CLEAR), pool.writes());
        assertTrue(outcome.changed());
        assertEquals("empty", outcome.state());
        assertEquals(List.of("b1.example.com"), outcome.details().get("before"));
        assertEquals(List.of(), outcome.details().get("after"));
        assertEquals(UNDO, outcome.details().get("undo"));
        assertTrue(log.contains("  To put back what is there now: " + UNDO), log.toString());
    }

    @Test
    void changesNothingOnADryRun() throws Exception {
        Outcome outcome = run(true, null, 15);
        assertFalse(outcome.changed());
        assertEquals(List.of(), pool.writes());
        assertTrue(outcome.plan().contains("      " + CLEAR), outcome.plan().toString());
    }

    @Test
    void hasNothingToDoTheSecondTime() throws Exception {
        run(false, null, 15);
        Outcome outcome = run(false, null, 15);
        assertFalse(outcome.changed());
        assertEquals(List.of(), outcome.plan());
        assertEquals(List.of(CLEAR), pool.writes());
    }

    @Test
    void leavesAPoolAloneThatHasBeenFailedBack() throws Exception {
        pool.state = "Normal";
        pool.lagging = List.of("a1.example.com");
        Outcome outcome = run(false, null, 15);
        assertFalse(outcome.changed());
        assertEquals("failed back already", outcome.state());
        assertEquals(List.of(), pool.writes());
        assertTrue(log.stream().anyMatch(line -> line.contains("Normal (the pool uses its primary databases)")));
    }

    @Test
    void waitsForAChangeThatAnEarlierRunMade() throws Exception {
        pool.active = List.of();
        pool.lagging = List.of("a1.example.com");
        Failure failure = assertThrows(Failure.class, () -> run(false, null, 15));
        assertEquals(Failure.Code.TIMEOUT, failure.code());
        assertFalse(pool.ran.contains(CLEAR));
        pool.lagging = List.of();
        assertFalse(run(false, null, 15).changed());
    }

    @Test
    void doesNotWaitWhenToldSo() throws Exception {
        pool.lagging = List.of("a1.example.com");
        assertTrue(run(false, null, 0).changed());
        assertFalse(run(false, null, 0).changed());
    }

    @Test
    void givesTheSetterTheIdentityThatWasAskedFor() throws Exception {
        run(false, "global", 0);
        assertEquals(
                List.of("Set-CsPersistentChatActiveServer -Identity \"global\" -ActiveServers $null -Confirm:$false"),
                pool.writes());
    }

    @Test
    void refusesAPoolThatIsNotThere() {
        pool.service.put("PoolFqdn", List.of("other.example.com"));
        Failure failure = assertThrows(Failure.class, () -> run(false, null, 15));
        assertEquals(Failure.Code.REFUSED, failure.code());
        assertTrue(failure.what().contains("it has other.example.com"), failure.what());
        assertEquals(List.of(), pool.writes());
    }

    @Test
    void refusesAPoolWhoseStateNobodyKnows() {
        pool.state = "Migrating";
        Failure failure = assertThrows(Failure.class, () -> run(false, null, 15));
        assertTrue(failure.what().contains("pool-state-known"), failure.what());
        pool.state = null;
        assertTrue(
                assertThrows(Failure.class, () -> run(false, null, 15)).what().contains("no state"));
        assertEquals(List.of(), pool.writes());
    }

    @Test
    void doesNotBelieveASetterThatChangedNothing() {
        pool.deaf = true;
        Failure failure = assertThrows(Failure.class, () -> run(false, null, 15));
        assertEquals(Failure.Code.NOT_VERIFIED, failure.code());
        assertTrue(failure.what().contains("reads back as: [b1.example.com]"), failure.what());
        assertTrue(failure.stateLeft().contains("active servers: b1.example.com"), failure.stateLeft());
    }

    @Test
    void tellsTheStateThatAFailedSetterLeft() {
        pool.failing = "Set-CsPersistentChatActiveServer";
        Failure failure = assertThrows(Failure.class, () -> run(false, null, 15));
        assertEquals(Failure.Code.DENIED, failure.code());
        assertTrue(failure.stateLeft().contains("active servers: b1.example.com"), failure.stateLeft());
    }
}
