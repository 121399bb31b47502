package io.jenkins.plugins.pchat.record;

import io.jenkins.plugins.pchat.engine.Trace;
import java.time.Instant;

/**
 * One run of an operation. An operation that was cut, because its agent or the controller was restarted, looks and acts anew: that is another
 * attempt of it.
 *
 * @param begun when the controller first heard of it
 * @param seen when the controller last heard of it
 * @param trace what it had come to then
 */
public record Attempt(Instant begun, Instant seen, Trace trace) {

    Attempt saw(Trace newer, Instant now) {
        return new Attempt(begun, now, newer);
    }

    /** The time of something in the trace, by the controller's clock. */
    Instant at(long millis) {
        return begun.plusMillis(millis);
    }

    /** Whether it has begun to change anything. */
    boolean acted() {
        return !trace.dryRun() && trace.actions().stream().anyMatch(action -> action.begun() != null);
    }
}
