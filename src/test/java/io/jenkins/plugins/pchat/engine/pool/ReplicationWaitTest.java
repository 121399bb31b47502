package io.jenkins.plugins.pchat.engine.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicationWaitTest {

    private final FakePool pool = new FakePool();
    private final FakeTicker ticker = new FakeTicker();
    private final List<String> log = new ArrayList<>();

    private void run(int minutes) throws Failure, InterruptedException {
        SetPoolState.Request request = new SetPoolState.Request(FakePool.POOL, null, "Normal", minutes);
        new OperationRunner(log::add).run(new SetPoolState(request, pool, ticker), false);
    }

    private long looks() {
        return pool.ran.stream()
                .filter(line -> line.startsWith("Get-CsManagementStore"))
                .count();
    }

    @Test
    void doesNotTakeTheOldUpdateForTheNewOne() throws Exception {
        pool.lateLooks = 3;
        run(15);
        // One look before the change, three that still show what was before, the one that shows the update, and one to
        // verify.
        assertEquals(6, looks());
        assertEquals(
                List.of(2L, 2L, 4L, 8L),
                ticker.pauses.stream().map(Duration::toSeconds).toList());
    }

    @Test
    void looksOftenAtFirstAndPolitelyLater() {
        pool.lateLooks = -1;
        assertThrows(Failure.class, () -> run(2));
        assertEquals(
                List.of(2L, 2L, 4L, 8L, 15L, 15L, 15L, 15L, 15L, 15L, 14L),
                ticker.pauses.stream().map(Duration::toSeconds).toList());
    }

    @Test
    void saysWhichComputersLagAndWhatToDo() {
        pool.lagging = List.of("a2.example.com");
        Failure failure = assertThrows(Failure.class, () -> run(1));
        assertEquals(Failure.Code.TIMEOUT, failure.code());
        assertEquals(
                "The configuration of pool lyncpc.dci.discovery.com is changed, but the change has not reached all of"
                        + " its 3 computers within 1 min; it is missing on a2.example.com.",
                failure.what());
        assertTrue(failure.stateLeft().contains("state: Normal"), failure.stateLeft());
        assertTrue(failure.getMessage().contains("run this step again"), failure.getMessage());
    }

    @Test
    void asksForReplicationOnceAndOnlyWhereItSeemsStuck() {
        pool.lagging = List.of("a2.example.com");
        assertThrows(Failure.class, () -> run(4));
        assertEquals(
                List.of("Invoke-CsManagementStoreReplication -ReplicaFqdn \"a2.example.com\""),
                pool.writes().subList(1, pool.writes().size()));
        assertEquals(
                1,
                log.stream()
                        .filter(line -> line.contains("Waiting for a2.example.com"))
                        .count());
    }

    @Test
    void goesOnWaitingWhenItMayNotAskForReplication() {
        pool.lagging = List.of("a2.example.com");
        pool.failing = "Invoke-CsManagementStoreReplication";
        assertEquals(
                Failure.Code.TIMEOUT, assertThrows(Failure.class, () -> run(4)).code());
        assertTrue(
                log.stream().anyMatch(line -> line.contains("Could not ask") && line.contains("failed: no.")),
                log.toString());
    }
}
