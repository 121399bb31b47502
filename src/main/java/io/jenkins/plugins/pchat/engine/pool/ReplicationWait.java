package io.jenkins.plugins.pchat.engine.pool;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.shell.Cmdlets;
import io.jenkins.plugins.pchat.engine.shell.Shell;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Waits until every computer of a pool has a change of the configuration. The cmdlets only write to the Central
 * Management store; the servers of the pool act on a change when it has been replicated to them.
 */
final class ReplicationWait {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Shell shell;
    private final PoolReader reader;
    private final Ticker ticker;
    private final Duration limit;

    ReplicationWait(Shell shell, PoolReader reader, Ticker ticker, int minutes) {
        this.shell = shell;
        this.reader = reader;
        this.ticker = ticker;
        this.limit = Duration.ofMinutes(minutes);
    }

    /** Whether a wait is asked for at all. */
    boolean isWanted() {
        return !limit.isZero();
    }

    /**
     * The wait as a line of a plan.
     *
     * @param seen the pool before the change; a computer has the change when it has an update made after those seen
     *     here
     * @param change whether the plan makes a change before the wait; if not, what was made already has to arrive
     */
    PlannedAction action(PoolState seen, boolean change) {
        return new PlannedAction(
                seen.pool(),
                "wait up to " + limit.toMinutes() + " min until the pool's "
                        + seen.computers().size() + " computers have the change",
                Cmdlets.replicationStatus()
                        + "\n"
                        + "(after half of that time, for each computer that lags: Invoke-CsManagementStoreReplication"
                        + " -ReplicaFqdn <computer>)",
                false,
                console -> await(seen, change, console));
    }

    private void await(PoolState seen, boolean change, Console console) throws Failure, InterruptedException {
        Map<String, Replica> before = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        seen.replicas().forEach(replica -> before.put(replica.computer(), replica));
        Duration start = ticker.now();
        Duration pause = FIRST_PAUSE;
        if (change) {
            // The update is made a moment after the change; asked at once, every computer would still count as up to
            // date.
            ticker.sleep(pause);
        }
        boolean pushed = false;
        List<String> reported = List.of();
        while (true) {
            List<String> lagging = reader.replicas(seen.computers()).stream()
                    .filter(now -> change
                            ? !now.hasNewerThan(before.get(now.computer()).lastUpdate())
                            : !now.upToDate())
                    .map(Replica::computer)
                    .toList();
            Duration waited = ticker.now().minus(start);
            if (lagging.isEmpty()) {
                console.line("All " + seen.computers().size() + " computers are up to date.");
                return;
            }
            if (waited.compareTo(limit) >= 0) {
                throw timeout(seen, lagging);
            }
            if (!pushed && waited.compareTo(limit.dividedBy(2)) >= 0) {
                pushed = true;
                push(lagging, console);
            }
            if (!lagging.equals(reported)) {
                console.line("Waiting for " + String.join(", ", lagging) + ".");
                reported = lagging;
            }
            Duration left = limit.minus(waited);
            ticker.sleep(pause.compareTo(left) < 0 ? pause : left);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Replication is best left alone, says its documentation; it is asked for only when it seems stuck. */
    private void push(List<String> lagging, Console console) throws InterruptedException {
        for (String computer : lagging) {
            try {
                shell.run(List.of(Cmdlets.replicate(computer)));
                console.line("Asked for the whole configuration to be sent to " + computer + " again.");
            } catch (Failure e) {
                // Not being allowed to push is no reason to stop waiting; the wait has its own end.
                console.line("Could not ask for the configuration to be sent to " + computer + " again: " + e.what());
            }
        }
    }

    private Failure timeout(PoolState seen, List<String> lagging) {
        return Failure.of(
                        Failure.Code.TIMEOUT,
                        "The configuration of pool " + seen.pool()
                                + " is changed, but the change has not reached all of its "
                                + seen.computers().size() + " computers within " + limit.toMinutes()
                                + " min; it is missing on " + String.join(", ", lagging) + ".")
                .next("Check that these computers are up, that the replica replicator agent runs on them, and what"
                        + " Get-CsManagementStoreReplicationStatus says. Then run this step again: it does not"
                        + " repeat the change, it waits for it to arrive.");
    }
}
