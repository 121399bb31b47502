package io.jenkins.plugins.pchat.record;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A record as it is looked at: at a moment, by somebody somewhere.
 *
 * @param now the end of everything that has none yet
 */
record View(FailbackRecord record, Times times, Instant now) {

    static View of(FailbackRecord record, ZoneId zone, Instant now) {
        return new View(record, new Times(zone, record.started()), now);
    }

    Duration duration(OperationEntry entry) {
        return entry.duration(record.end(now));
    }

    /** The end of an operation, or of what is shown. */
    Instant end(OperationEntry entry) {
        return entry.ended() == null ? record.end(now) : entry.ended();
    }
}
