package io.jenkins.plugins.pchat.engine.sql;

import java.time.Duration;

/**
 * How long things may take. A statement may take hours; what these bound is silence.
 *
 * @param read each answer of the server while logging in
 * @param connect connecting and logging in as a whole
 * @param hurry connecting, and each answer, after an abort: then the caller only wants to leave things tidy and say how
 *     they are, within a minute in all
 * @param query the silence of the server during a statement that only reads
 * @param answer a statement that only reads as a whole: a server that never stops answering is not silent
 * @param silence the time without a sign of life, neither on the session that runs a long statement nor from the
 *     server on a second one
 * @param cancel the server's acknowledgement of a cancelled statement; then the connection is closed
 * @param watch the pause between two looks at a running statement
 */
record Limits(
        Duration read,
        Duration connect,
        Duration hurry,
        Duration query,
        Duration answer,
        Duration silence,
        Duration cancel,
        Duration watch) {

    static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(3),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofMinutes(10),
            Duration.ofSeconds(45),
            Duration.ofSeconds(5));

    static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
