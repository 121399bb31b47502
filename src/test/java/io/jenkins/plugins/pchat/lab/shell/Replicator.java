package io.jenkins.plugins.pchat.lab.shell;

import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Carries the configuration to the computers of the deployment. As in the real one, a change is noticed a moment after
 * it was made (until then every computer counts as up to date), then an update is made for each computer, and later
 * each reports that it has applied it.
 */
final class Replicator implements AutoCloseable {

    /** What {@code Get-CsManagementStoreReplicationStatus} says of one computer. */
    record Status(String computer, boolean upToDate, Instant lastUpdateCreation, Instant lastStatusReport) {}

    private record Replica(Status status, PoolConfiguration sent, PoolConfiguration applied) {}

    private final Map<String, Replica> replicas = new TreeMap<>();
    private final Duration delay;
    private final Faults faults;
    private final Runnable applied;
    private final ScheduledExecutorService timer;

    /**
     * @param delay from a change until every computer has it; zero: at once
     * @param applied is told when a computer has applied an update
     */
    Replicator(List<String> computers, PoolConfiguration initial, Duration delay, Faults faults, Runnable applied) {
        this.delay = delay;
        this.faults = faults;
        this.applied = applied;
        Instant installed = Instant.now().minus(Duration.ofDays(1));
        for (String computer : computers) {
            replicas.put(computer, new Replica(new Status(computer, true, installed, installed), initial, initial));
        }
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "lab replicator");
            thread.setDaemon(true);
            return thread;
        });
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.timer = threads;
    }

    /** A change was made. */
    void changed(PoolConfiguration configuration) {
        after(delay.dividedBy(4), () -> {
            List<String> computers;
            synchronized (this) {
                computers = List.copyOf(replicas.keySet());
            }
            computers.forEach(computer -> send(computer, configuration));
        });
    }

    /** Sends the whole configuration to one computer again; false if there is no such computer. */
    boolean push(String computer, PoolConfiguration configuration) {
        String name = computer.toLowerCase(Locale.ROOT);
        synchronized (this) {
            if (!replicas.containsKey(name)) {
                return false;
            }
        }
        send(name, configuration);
        return true;
    }

    private void send(String computer, PoolConfiguration configuration) {
        synchronized (this) {
            Replica replica = replicas.get(computer);
            Status old = replica.status();
            Status sent = new Status(computer, false, Instant.now(), old.lastStatusReport());
            replicas.put(computer, new Replica(sent, configuration, replica.applied()));
        }
        after(delay.minus(delay.dividedBy(4)), () -> apply(computer, configuration));
    }

    private void apply(String computer, PoolConfiguration configuration) {
        if (faults.inForce(Fault.REPLICATION_STUCK)) {
            // It arrives when the fault is over, as files do that a stopped agent finds in its folder.
            timer.schedule(() -> apply(computer, configuration), 200, TimeUnit.MILLISECONDS);
            return;
        }
        synchronized (this) {
            Replica replica = replicas.get(computer);
            if (replica.sent() != configuration) {
                return;
            }
            Status status = new Status(computer, true, replica.status().lastUpdateCreation(), Instant.now());
            replicas.put(computer, new Replica(status, configuration, configuration));
        }
        applied.run();
    }

    private void after(Duration wait, Runnable task) {
        if (wait.isZero()) {
            task.run();
        } else {
            timer.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    synchronized List<Status> status() {
        return replicas.values().stream().map(Replica::status).toList();
    }

    /** What a computer has applied, which is what it acts on. */
    synchronized PoolConfiguration at(String computer) {
        Replica replica = replicas.get(computer.toLowerCase(Locale.ROOT));
        if (replica == null) {
            throw new IllegalArgumentException(computer + " is no computer of the lab's deployment");
        }
        return replica.applied();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
