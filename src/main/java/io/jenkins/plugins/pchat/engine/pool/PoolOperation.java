package io.jenkins.plugins.pchat.engine.pool;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Plan;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.shell.Cmdlet;
import io.jenkins.plugins.pchat.engine.shell.Shell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the operations on a pool have in common: one setter, a wait until the change has arrived, and a look at the pool
 * before and after.
 */
abstract class PoolOperation implements Operation<PoolState> {

    private final Shell shell;
    private final PoolReader reader;
    private final ReplicationWait replication;

    PoolOperation(Shell shell, String pool, int replicationMinutes, Ticker ticker) {
        this.shell = shell;
        this.reader = new PoolReader(shell, pool);
        this.replication = new ReplicationWait(shell, reader, ticker, replicationMinutes);
    }

    /** Refuses a waiting time that can't be meant; 0 is no wait. */
    static void checkMinutes(int replicationMinutes) {
        if (replicationMinutes < 0 || replicationMinutes > 1440) {
            throw new IllegalArgumentException("replicationTimeoutMinutes is " + replicationMinutes
                    + "; it can be from 0 (do not wait) to 1440 (a day).");
        }
    }

    /** Whether the pool's configuration is as asked for, wherever it has been replicated to. */
    abstract boolean reached(PoolState seen);

    /** What the setter does, in words. */
    abstract String text(PoolState seen);

    /** The setter. */
    abstract Cmdlet setter(PoolState seen);

    /** The setter that would put back what was seen. */
    abstract Cmdlet undo(PoolState seen);

    /** What the setter sets, as a plain value for the outcome. */
    abstract Object value(PoolState seen);

    /** The state that was reached, in a word or two. */
    abstract String state(PoolState seen);

    @Override
    public final PoolState observe() throws Failure, InterruptedException {
        return reader.read();
    }

    /** A change that an earlier run made counts only when it has arrived. */
    @Override
    public boolean done(PoolState seen) {
        return seen.exists()
                && reached(seen)
                && (!replication.isWanted() || seen.lagging().isEmpty());
    }

    @Override
    public List<Guard<PoolState>> guards() {
        return List.of(PoolGuards.EXISTS, PoolGuards.STATE_KNOWN);
    }

    @Override
    public final Plan plan(PoolState seen) {
        List<PlannedAction> actions = new ArrayList<>();
        boolean change = !reached(seen);
        if (change) {
            Cmdlet setter = setter(seen);
            actions.add(new PlannedAction(seen.pool(), text(seen), setter.toString(), false, console -> {
                console.line("To put back what is there now: " + undo(seen));
                shell.run(List.of(setter));
            }));
        }
        if (replication.isWanted()) {
            actions.add(replication.action(seen, change));
        }
        return new Plan(actions);
    }

    @Override
    public final Outcome outcome(PoolState before, PoolState after, boolean changed) throws Failure {
        if (changed && !reached(after)) {
            throw Failure.of(
                            Failure.Code.NOT_VERIFIED,
                            "The management shell reported no error, but pool " + after.pool() + " reads back as: "
                                    + value(after) + ".")
                    .leaving(after)
                    .next("Look whether somebody else changes the pool at the same time, then run this step again.");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("pool", after.pool());
        details.put("before", value(before));
        details.put("after", value(after));
        details.put("poolState", String.valueOf(after.state()));
        boolean set = changed && !reached(before);
        if (set) {
            details.put("undo", undo(before).toString());
        }
        return new Outcome(set, state(after), details);
    }
}
