package io.jenkins.plugins.pchat.audit;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Trace;
import io.jenkins.plugins.pchat.engine.Watch;
import io.jenkins.plugins.pchat.record.FailbackRecord;
import io.jenkins.plugins.pchat.record.OperationEntry;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes one operation of a build into the build's record. It can be told anything from any thread, and never throws: the operation goes on whether or not
 * there is a record of it.
 */
public final class OperationRecorder implements Watch {

    private static final Logger LOGGER = Logger.getLogger(OperationRecorder.class.getName());

    private final Run<?, ?> run;
    private final RunRecord record;
    private final OperationId id;
    private String stage = "";

    private OperationRecorder(Run<?, ?> run, RunRecord record, OperationId id) {
        this.run = run;
        this.record = record;
        this.id = id;
    }

    /**
     * Begins to record an operation, or goes on with it if it is known from before a restart.
     *
     * @param function the step: {@code pchatBackupDb}
     * @param flowNodeId the step's node in the build's graph
     * @param agent the name of the agent that it runs on
     */
    public static OperationRecorder open(
            Run<?, ?> run, OperationId id, String function, String flowNodeId, String agent, boolean dryRun) {
        RunRecord record;
        try {
            record = FailbackAction.of(run).record();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "There will be no record of operation " + id);
            record = new RunRecord(run);
        }
        OperationRecorder recorder = new OperationRecorder(run, record, id);
        recorder.change(
                (all, now) -> all.with(all.operation(id.value())
                        .map(OperationEntry::resumed)
                        .orElseGet(() -> OperationEntry.begin(id.value(), function, flowNodeId, agent, dryRun, now))),
                true);
        recorder.questions();
        return recorder;
    }

    @Override
    public void saw(Trace trace) {
        boolean further;
        synchronized (this) {
            String reached = stage(trace);
            further = !reached.equals(stage);
            stage = reached;
        }
        entry((entry, now) -> entry.saw(trace, now), further);
    }

    /** How far a trace is, without what changes all the time. */
    private static String stage(Trace trace) {
        return trace.run() + trace.before().isEmpty() + trace.after().isEmpty()
                + trace.actions().stream()
                        .map(Trace.Action::begun)
                        .filter(Objects::nonNull)
                        .count()
                + " "
                + trace.actions().stream()
                        .map(Trace.Action::ended)
                        .filter(Objects::nonNull)
                        .count()
                + " " + trace.actions().size();
    }

    public void ended(Outcome outcome) {
        entry((entry, now) -> entry.ended(outcome, now), true);
        questions();
    }

    /** @param failure its message is kept, and of what nobody expected its class as well */
    public void failed(Throwable failure) {
        String message = failure instanceof Failure || failure instanceof AbortException
                ? failure.getMessage()
                : failure.toString();
        entry((entry, now) -> entry.failed(message, now), true);
        questions();
    }

    /** @param why in words; may be null */
    public void aborted(String why) {
        entry((entry, now) -> entry.aborted(why == null ? Messages.OperationRecorder_aborted() : why, now), true);
        questions();
    }

    private void questions() {
        change((all, now) -> all.with(Approvals.of(run, all.approvals(), now)), true);
    }

    private void entry(BiFunction<OperationEntry, Instant, OperationEntry> change, boolean now) {
        change(
                (all, time) -> all.operation(id.value())
                        .map(entry -> all.with(change.apply(entry, time)))
                        .orElse(all),
                now);
    }

    private void change(BiFunction<FailbackRecord, Instant, FailbackRecord> change, boolean now) {
        try {
            record.change(all -> change.apply(all, Instant.now()), now);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "The record of operation " + id + " is incomplete");
        }
    }
}
