package io.jenkins.plugins.pchat.agent;

import hudson.model.TaskListener;
import io.jenkins.plugins.pchat.engine.Console;

/** The log of the build as the engine's console. A {@link TaskListener} that was sent to an agent writes to the same log. */
public record ListenerConsole(TaskListener listener) implements Console {

    @Override
    public void line(String line) {
        listener.getLogger().println(line);
    }
}
