package io.jenkins.plugins.pchat.engine;

import java.util.List;

/** What an operation read from the servers before it acts, and again afterwards. */
public interface Observation {

    /** The state in lines that a person reads in the log, and in the message of a failure as the state that was left. */
    List<String> lines();
}
