package io.jenkins.plugins.pchat.engine;

import java.util.List;
import java.util.Map;

/** What an operation read from the servers before it acts, and again afterwards. */
public interface Observation {

    /** The state in lines that a person reads in the log, and in the message of a failure as the state that was left. */
    List<String> lines();

    /**
     * What is worth keeping as a value, by name, because a person may need it to go back: texts, numbers, booleans, and lists of these. Empty
     * unless there is such a thing.
     */
    default Map<String, Object> facts() {
        return Map.of();
    }
}
