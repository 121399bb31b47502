package io.jenkins.plugins.pchat.engine.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolRequestTest {

    private static final String POOL = FakePool.POOL;

    private static void refused(String text, Executable constructor) {
        String message =
                assertThrows(IllegalArgumentException.class, constructor).getMessage();
        assertTrue(message.contains(text), message);
    }

    @Test
    void bringsThePoolToItsName() {
        assertEquals(POOL, new ClearActiveServers.Request("service: " + POOL, null, 15).pool());
        assertEquals(POOL, new SetPoolState.Request(null, "service: " + POOL, "Normal", 15).pool());
    }

    @Test
    void refusesAnEmptyListOfServers() {
        refused("is empty", () -> new SetActiveServers.Request(POOL, List.of(), null, 15));
        refused("is empty", () -> new SetActiveServers.Request(POOL, null, null, 15));
    }

    @Test
    void refusesAServerGivenTwice() {
        refused("twice", () -> new SetActiveServers.Request(POOL, List.of("a.example.com", "A.example.com"), null, 15));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a_b.example.com", "a.example.com ", "a..example.com", "$(x).example.com", "10.1.2.3"})
    void refusesAServerThatIsNoFullyQualifiedName(String name) {
        refused("fully qualified", () -> new SetActiveServers.Request(POOL, List.of(name), null, 15));
    }

    @Test
    void refusesANullAmongTheServers() {
        refused(
                "fully qualified",
                () -> new SetActiveServers.Request(POOL, Arrays.asList("a.example.com", null), null, 15));
    }

    @Test
    void keepsItsServersWhenTheCallersListChanges() {
        List<String> mine = new ArrayList<>(List.of("a.example.com"));
        SetActiveServers.Request request = new SetActiveServers.Request(POOL, mine, null, 15);
        mine.clear();
        assertEquals(List.of("a.example.com"), request.servers());
    }

    @Test
    void takesAStateInAnyCaseAndNoOther() {
        assertEquals("Normal", new SetPoolState.Request(POOL, null, "normal", 15).state());
        assertEquals("FailedOver", new SetPoolState.Request(POOL, null, "FAILEDOVER", 15).state());
        refused("'Failover' is no state", () -> new SetPoolState.Request(POOL, null, "Failover", 15));
        refused("'null' is no state", () -> new SetPoolState.Request(POOL, null, null, 15));
    }

    @Test
    void wantsPoolOrIdentityAndNotTwoPools() {
        refused("Which pool?", () -> new SetPoolState.Request(null, null, "Normal", 15));
        refused("another pool's", () -> new SetPoolState.Request(POOL, "service:x.example.com", "Normal", 15));
        assertEquals(POOL, new SetPoolState.Request(POOL, "service:" + POOL, "Normal", 15).pool());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1441})
    void refusesAWaitThatCannotBeMeant(int minutes) {
        refused("replicationTimeoutMinutes", () -> new ClearActiveServers.Request(POOL, null, minutes));
        refused(
                "replicationTimeoutMinutes",
                () -> new SetActiveServers.Request(POOL, List.of("a.example.com"), null, minutes));
        refused("replicationTimeoutMinutes", () -> new SetPoolState.Request(POOL, null, "Normal", minutes));
    }
}
