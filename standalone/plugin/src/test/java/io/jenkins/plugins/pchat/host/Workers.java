package io.jenkins.plugins.pchat.host;

import hudson.model.TaskListener;
import java.util.Map;

/** The agents that {@code node} can take. */
@FunctionalInterface
public interface Workers {

    /**
     * Takes an agent.
     *
     * @return what steps on it can ask their context for, by type
     * @throws PipelineError if no agent has the label; Jenkins would wait for one
     */
    Map<Class<?>, Object> take(String label, TaskListener log);
}
