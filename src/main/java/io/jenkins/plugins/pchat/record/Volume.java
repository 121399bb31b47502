package io.jenkins.plugins.pchat.record;

import io.jenkins.plugins.pchat.engine.Amounts;
import io.jenkins.plugins.pchat.engine.Trace;
import java.time.Duration;
import java.util.Optional;

/**
 * How much data an operation moved, and how fast.
 *
 * @param bytes the size of the backup that it wrote or read
 * @param duration of the statement that did it; null if that can't be told
 */
record Volume(long bytes, Duration duration) {

    static Optional<Volume> of(FailbackRecord record, OperationEntry entry) {
        return bytes(record, entry).map(bytes -> new Volume(bytes, duration(entry)));
    }

    /** A backup says its size; a restore reads the file of a backup, which may be of this build. */
    private static Optional<Long> bytes(FailbackRecord record, OperationEntry entry) {
        if (entry.outcome() == null || entry.dryRun()) {
            return Optional.empty();
        }
        if (entry.outcome().details().get("sizeBytes") instanceof Number own) {
            return Optional.of(own.longValue());
        }
        String path = entry.outcome().path();
        return record.real().stream()
                .filter(other -> path != null && other.outcome() != null)
                .filter(other -> path.equals(other.outcome().path()))
                .map(other -> other.outcome().details().get("sizeBytes"))
                .filter(Number.class::isInstance)
                .map(size -> ((Number) size).longValue())
                .findFirst();
    }

    private static Duration duration(OperationEntry entry) {
        return entry.attempts().stream()
                .flatMap(attempt -> attempt.trace().actions().stream())
                .filter(action -> action.ended() != null && !action.failed() && moves(action))
                .map(action -> Duration.ofMillis(action.ended() - action.begun()))
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private static boolean moves(Trace.Action action) {
        return action.statement().contains("BACKUP DATABASE")
                || action.statement().contains("RESTORE DATABASE");
    }

    /** {@code 12 GB, 110 MB/s}. */
    String line() {
        String rate = duration == null ? null : Amounts.rate(bytes, duration);
        return Amounts.size(bytes) + (rate == null ? "" : ", " + rate);
    }
}
