package io.jenkins.plugins.pchat.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a build has done, or has done so far.
 *
 * @param build the job's full name and the build's number: {@code failback #7}
 * @param startedBy who or what started the build, in words; null if that isn't known
 * @param started when the build started
 * @param ended when it ended; null while it runs
 * @param result the build's result, such as SUCCESS; null while it runs
 * @param operations in the order in which they began
 * @param approvals the questions, in the order in which they were asked
 */
public record FailbackRecord(
        String build,
        String startedBy,
        Instant started,
        Instant ended,
        String result,
        List<OperationEntry> operations,
        List<Approval> approvals) {

    public FailbackRecord {
        operations = List.copyOf(operations);
        approvals = List.copyOf(approvals);
    }

    /** The record of a build that begins. */
    public static FailbackRecord begin(String build, String startedBy, Instant started) {
        return new FailbackRecord(build, startedBy, started, null, null, List.of(), List.of());
    }

    /** The operation of this id. */
    public Optional<OperationEntry> operation(String id) {
        return operations.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /**
     * The same record with the operation in its place, or at the end if it is new. A record that is full stays as it is: what was first is worth more than
     * what comes after hundreds.
     */
    public FailbackRecord with(OperationEntry changed) {
        List<OperationEntry> all = new ArrayList<>(operations);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(changed.id())) {
                all.set(i, changed);
                return new FailbackRecord(build, startedBy, started, ended, result, all, approvals);
            }
        }
        if (all.size() < Bounds.COUNT) {
            all.add(changed);
        }
        return new FailbackRecord(build, startedBy, started, ended, result, all, approvals);
    }

    /** The same record with the questions as they are now known. */
    public FailbackRecord with(List<Approval> seen) {
        return new FailbackRecord(build, startedBy, started, ended, result, operations, Bounds.clip(seen));
    }

    /** The same record with a question at its end. */
    public FailbackRecord with(Approval question) {
        List<Approval> all = new ArrayList<>(approvals);
        all.add(question);
        return with(all);
    }

    /**
     * The record of a build that has ended. Operations that have not told their end never will.
     *
     * @param why said of those
     */
    public FailbackRecord closed(String word, Instant end, String why) {
        List<OperationEntry> all = operations.stream()
                .map(entry -> entry.runs() ? entry.aborted(why, end) : entry)
                .toList();
        return new FailbackRecord(build, startedBy, started, end, word, all, approvals);
    }

    /** The operations that were to change something, in order. */
    public List<OperationEntry> real() {
        return operations.stream().filter(entry -> !entry.dryRun()).toList();
    }

    public List<OperationEntry> dryRuns() {
        return operations.stream().filter(OperationEntry::dryRun).toList();
    }

    /** The newest operation of a step that was to change something. */
    Optional<OperationEntry> last(String function) {
        return real().stream()
                .filter(entry -> entry.function().equals(function))
                .reduce((first, second) -> second);
    }

    /** The end of what is shown: that of the build, or now. */
    Instant end(Instant now) {
        return ended == null ? now : ended;
    }
}
