package io.jenkins.plugins.pchat.lab.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TopologyTest {

    private static final String ACTIVE = "chatb1.dcb.discovery.com";

    private final Faults faults = new Faults(new Journal());

    private Topology topology(Duration delay) {
        return Topology.afterFailover(Topology.LYNC_2013, delay, faults);
    }

    private static boolean upToDate(Topology topology) {
        return topology.replication().stream().allMatch(Replicator.Status::upToDate);
    }

    @Test
    void startsAsAFailoverLeavesIt() {
        try (Topology topology = topology(Duration.ZERO)) {
            assertEquals(Topology.FAILED_OVER, topology.configuration().state());
            assertEquals(topology.backupComputers(), topology.configuration().active());
            assertEquals(topology.primaryComputers(), topology.inactive());
            assertTrue(topology.serves(ACTIVE));
            assertTrue(upToDate(topology));
        }
    }

    @Test
    void tellsListenersWhenAServerHasTheChange() throws InterruptedException {
        try (Topology topology = topology(Duration.ofMillis(40))) {
            CountDownLatch heard = new CountDownLatch(1);
            topology.onChange(changed -> {
                if (!changed.serves(ACTIVE)) {
                    heard.countDown();
                }
            });
            Instant before = topology.replication().get(0).lastUpdateCreation();
            topology.setActive(List.of());
            assertEquals(List.of(), topology.configuration().active());
            assertTrue(heard.await(30, TimeUnit.SECONDS));
            assertTrue(topology.replication().get(0).lastUpdateCreation().isAfter(before));
        }
    }

    @Test
    void serversActOnWhatHasReachedThemOnly() {
        faults.arm(Fault.REPLICATION_STUCK);
        try (Topology topology = topology(Duration.ZERO)) {
            topology.setActive(List.of());
            topology.setState(Topology.NORMAL);
            assertEquals(Topology.NORMAL, topology.configuration().state());
            assertTrue(topology.serves(ACTIVE));
            assertEquals(Topology.FAILED_OVER, topology.stateAt(ACTIVE));
            assertFalse(upToDate(topology));
        }
    }

    @Test
    void bringsAStuckChangeWhenTheFaultIsOver() throws InterruptedException {
        faults.arm(Fault.REPLICATION_STUCK);
        try (Topology topology = topology(Duration.ZERO)) {
            CountDownLatch heard = new CountDownLatch(topology.computers().size());
            topology.onChange(changed -> heard.countDown());
            topology.setActive(List.of());
            faults.disarm();
            assertTrue(heard.await(30, TimeUnit.SECONDS));
            assertFalse(topology.serves(ACTIVE));
        }
    }
}
