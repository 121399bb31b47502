package io.jenkins.plugins.pchat.record;

import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One operation of a build.
 *
 * @param id the operation's id, as the servers know it
 * @param function the step: {@code pchatBackupDb}
 * @param node the id of the step's node in the build's flow graph
 * @param agent the agent that it runs on
 * @param dryRun whether it only reads and plans
 * @param started when the step began, by the controller's clock
 * @param ended when it ended, well or not; null while it runs
 * @param attempts its runs in the engine, in order; none until the first was heard of
 * @param outcome what came of it; null unless it ended well. Its plan is left out: it is in the trace.
 * @param message why it failed or was stopped; null unless it did
 */
public record OperationEntry(
        String id,
        String function,
        String node,
        String agent,
        boolean dryRun,
        Instant started,
        Instant ended,
        Status status,
        List<Attempt> attempts,
        Outcome outcome,
        String message) {

    /** The first attempt and the newest ones are kept; more than this is a machine that fails in a loop. */
    private static final int MOST_ATTEMPTS = 20;

    /** What it has come to. */
    public enum Status {
        RUNNING,
        /** It ended well and changed something. */
        DONE,
        /** It ended well and changed nothing, because nothing was to do or it was a dry run. */
        UNCHANGED,
        FAILED,
        ABORTED
    }

    public OperationEntry {
        attempts = List.copyOf(attempts);
    }

    /** An operation that begins. */
    public static OperationEntry begin(
            String id, String function, String node, String agent, boolean dryRun, Instant now) {
        return new OperationEntry(id, function, node, agent, dryRun, now, null, Status.RUNNING, List.of(), null, null);
    }

    /** The same operation with what was heard of it: of the attempt that is known, or of a new one. */
    public OperationEntry saw(Trace trace, Instant now) {
        List<Attempt> all = new ArrayList<>(attempts);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).trace().run().equals(trace.run())) {
                all.set(i, all.get(i).saw(trace, now));
                return with(ended, status, all, outcome, message);
            }
        }
        all.add(new Attempt(now, now, trace));
        if (all.size() > MOST_ATTEMPTS) {
            all.remove(1);
        }
        return with(ended, status, all, outcome, message);
    }

    public OperationEntry ended(Outcome result, Instant now) {
        Outcome bare = new Outcome(result.changed(), result.state(), result.path(), result.details(), List.of());
        return with(now, result.changed() ? Status.DONE : Status.UNCHANGED, attempts, bare, null);
    }

    public OperationEntry failed(String why, Instant now) {
        return with(now, Status.FAILED, attempts, null, why);
    }

    public OperationEntry aborted(String why, Instant now) {
        return with(now, Status.ABORTED, attempts, null, why);
    }

    /** The same operation at work again, after whatever it was cut by. */
    public OperationEntry resumed() {
        return with(null, Status.RUNNING, attempts, null, null);
    }

    private OperationEntry with(Instant end, Status reached, List<Attempt> all, Outcome result, String why) {
        return new OperationEntry(id, function, node, agent, dryRun, started, end, reached, all, result, why);
    }

    /** The newest trace; null if none was heard of. */
    public Trace trace() {
        return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1).trace();
    }

    public boolean runs() {
        return status == Status.RUNNING;
    }

    /** Whether it has begun to change anything, in whatever attempt. */
    boolean acted() {
        return attempts.stream().anyMatch(Attempt::acted);
    }

    boolean endedWell() {
        return status == Status.DONE || status == Status.UNCHANGED;
    }

    /** What it does to what: its own words, or those of its step while it has said none. */
    String title() {
        return trace() == null ? Procedure.label(function) : trace().title();
    }

    /**
     * How long it took.
     *
     * @param now the end, while there is none
     */
    Duration duration(Instant now) {
        Duration duration = Duration.between(started, ended == null ? now : ended);
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
