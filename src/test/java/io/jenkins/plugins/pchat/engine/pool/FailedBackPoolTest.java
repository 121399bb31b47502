package io.jenkins.plugins.pchat.engine.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.pchat.engine.check.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The checks of the pool after a failback. */
class FailedBackPoolTest {

    private static final String POOL = "pool.example.com";
    private static final List<String> SERVERS = List.of("a.example.com", "b.example.com");

    private static PoolState pool(String identity, List<String> active, String state, boolean upToDate) {
        return new PoolState(
                POOL,
                identity,
                "6",
                SERVERS,
                active,
                List.of(),
                identity,
                state,
                Map.of(),
                Map.of(),
                List.of(new Replica("a.example.com", true, null), new Replica("b.example.com", upToDate, null)),
                List.of());
    }

    private static List<String> wrong(PoolState seen) {
        return FailedBackPool.checks(POOL, SERVERS).stream()
                .map(check -> check.make(seen))
                .filter(finding -> finding.result() == Finding.Result.BLOCK)
                .map(Finding::id)
                .toList();
    }

    private static final String IDENTITY = "PersistentChatServer:" + POOL;

    @Test
    void aPoolInServiceIsFineInWhateverOrderAndCase() {
        assertEquals(List.of(), wrong(pool(IDENTITY, List.of("B.example.com", "a.example.com"), "Normal", true)));
    }

    @Test
    void eachPromiseIsLookedAtByItself() {
        assertEquals(List.of("pool-state-normal"), wrong(pool(IDENTITY, SERVERS, "FailedOver", true)));
        assertEquals(List.of("active-servers"), wrong(pool(IDENTITY, List.of(), "Normal", true)));
        assertEquals(
                List.of("active-servers"),
                wrong(pool(IDENTITY, List.of("a.example.com", "b.example.com", "c.example.com"), "Normal", true)));
        assertEquals(List.of("replication"), wrong(pool(IDENTITY, SERVERS, "Normal", false)));
    }

    @Test
    void ofAPoolThatIsNotThereNothingHolds() {
        assertEquals(
                List.of("pool-exists", "pool-state-normal", "active-servers", "replication"),
                wrong(pool(null, List.of(), null, true)));
    }
}
