package io.jenkins.plugins.pchat.engine.check;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What one check came to.
 *
 * @param id the check's stable name, lower case with dashes, as in the documentation
 * @param where the instance, the pool or both instances, as the user named them
 * @param severity what it means when the check does not hold
 * @param result what was found
 * @param evidence what was seen, as a sentence or a part of one
 * @param remedy what the person should do; null when there is nothing to do
 */
public record Finding(String id, String where, Severity severity, Result result, String evidence, String remedy) {

    /** What was found. */
    public enum Result {
        /** It holds. */
        OK,
        /** It is told, no more. */
        INFO,
        /** It does not hold, or could not be looked at, and a person should know. */
        WARN,
        /** It does not hold, or could not be looked at, and that {@link Severity#BLOCK blocks}. */
        BLOCK;

        static Result of(Severity severity) {
            return switch (severity) {
                case BLOCK -> BLOCK;
                case WARN -> WARN;
                case INFO -> INFO;
            };
        }

        /** As people and pipelines read it: those that need a person are in capitals. */
        public String word() {
            return this == OK || this == INFO ? name().toLowerCase(Locale.ROOT) : name();
        }
    }

    public Finding {
        Objects.requireNonNull(id);
        Objects.requireNonNull(where);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(result);
        Objects.requireNonNull(evidence);
    }

    /** The finding as values that cross to the controller and that a pipeline reads. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", id);
        values.put("where", where);
        values.put("severity", severity.name());
        values.put("result", result.word());
        values.put("evidence", evidence);
        if (remedy != null) {
            values.put("remedy", remedy);
        }
        return values;
    }
}
