package io.jenkins.plugins.pchat.record;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where a build stands, in a sentence, and for how long users could not chat. */
final class Summary {

    private Summary() {}

    /** One line for the build's own page. */
    static String line(FailbackRecord record) {
        List<OperationEntry> newest = Procedure.STEPS.stream()
                .map(record::last)
                .flatMap(Optional::stream)
                .toList();
        if (newest.isEmpty()) {
            return record.ended() == null ? Messages.Summary_looking() : Messages.Summary_nothing();
        }
        long done = newest.stream().filter(OperationEntry::endedWell).count();
        StringBuilder line = new StringBuilder(Messages.Summary_done(done, Procedure.STEPS.size()));
        newest.stream()
                .filter(entry -> !entry.endedWell())
                .map(entry -> Messages.Summary_other(
                        Procedure.number(entry.function()), Procedure.label(entry.function()), Statuses.word(entry)))
                .forEach(other -> line.append("; ").append(other));
        waiting(record).ifPresent(question -> line.append("; ").append(Messages.Summary_waits()));
        return line.toString();
    }

    /** The question that nobody has answered yet. */
    static Optional<Approval> waiting(FailbackRecord record) {
        return record.ended() != null
                ? Optional.empty()
                : record.approvals().stream()
                        .filter(each -> each.answered() == null)
                        .findFirst();
    }

    /** The newest operation of a build that ended badly, if nothing came after it to make it good. */
    static Optional<OperationEntry> trouble(FailbackRecord record) {
        return record.operations().stream().reduce((first, last) -> last).filter(last -> last.message() != null);
    }

    /** When users were turned away: when step 1 began to empty the list; null if it never did. */
    static Instant turnedAway(FailbackRecord record) {
        return record.real().stream()
                .filter(entry -> entry.function().equals(Procedure.CLEAR))
                .flatMap(entry -> entry.attempts().stream())
                .flatMap(attempt -> attempt.trace().actions().stream()
                        .map(action -> action.begun() == null ? null : attempt.at(action.begun())))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** When users could chat again: when step 7 had ended; null while it has not. */
    static Instant backAgain(FailbackRecord record) {
        return record.last(Procedure.STATE)
                .filter(OperationEntry::endedWell)
                .map(OperationEntry::ended)
                .orElse(null);
    }
}
