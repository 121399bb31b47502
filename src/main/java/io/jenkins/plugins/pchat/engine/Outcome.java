package io.jenkins.plugins.pchat.engine;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of an operation. It crosses from the agent to the controller, so it holds plain values only.
 *
 * @param changed whether anything was executed
 * @param state the state that was reached, one word or a short phrase: {@code ONLINE}, {@code RESTORING}, {@code Normal}
 * @param path the backup file, for operations that have one; else null
 * @param details by name; values are String, Long, Integer, Boolean, and lists and maps of these
 * @param plan the plan in lines as it was printed; empty when nothing was to do
 */
public record Outcome(boolean changed, String state, String path, Map<String, Object> details, List<String> plan)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    public Outcome {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        plan = List.copyOf(plan);
    }

    public Outcome(boolean changed, String state, Map<String, Object> details) {
        this(changed, state, null, details, List.of());
    }

    /** The same outcome with the plan that led to it. */
    public Outcome with(Plan planned) {
        return new Outcome(changed, state, path, details, planned.lines());
    }
}
