package io.jenkins.plugins.pchat.record;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Which answers let an operation loose. A pipeline doesn't say which question belongs to which step, but it asks right before. */
final class ApprovedBy {

    private ApprovedBy() {}

    /**
     * The answers given since the operation before this one began. An operation that follows another at once, with no question and no dry run between
     * them, was approved together with it.
     */
    static List<Approval> of(FailbackRecord record, OperationEntry entry) {
        List<OperationEntry> real = record.real();
        int index = real.indexOf(entry);
        if (index < 0) {
            return List.of();
        }
        Instant since = index == 0 ? Instant.MIN : real.get(index - 1).started();
        List<Approval> own = record.approvals().stream()
                .filter(each -> each.answered() != null && each.approved())
                .filter(each -> each.answered().isAfter(since))
                .filter(each -> !each.answered().isAfter(entry.started()))
                .toList();
        if (!own.isEmpty() || index == 0 || !entry.acted()) {
            return own;
        }
        boolean looked = record.dryRuns().stream()
                .anyMatch(
                        each -> each.started().isAfter(since) && !each.started().isAfter(entry.started()));
        return looked ? own : of(record, real.get(index - 1));
    }

    /** The people, each once. */
    static String people(List<Approval> approvals) {
        return approvals.stream()
                .map(each -> each.person() == null ? Messages.ApprovedBy_unknown() : each.person())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The people and the time of the last answer; a dash if nobody was asked. */
    static String line(List<Approval> approvals, Times times) {
        return approvals.isEmpty()
                ? "-"
                : people(approvals) + ", "
                        + times.brief(approvals.get(approvals.size() - 1).answered());
    }
}
