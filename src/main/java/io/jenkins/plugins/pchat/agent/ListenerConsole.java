package io.jenkins.plugins.pchat.agent;

import hudson.model.TaskListener;
import io.jenkins.plugins.pchat.engine.Console;

/**
 * The log of the build as the engine's console. A {@link TaskListener} that was sent to an agent writes to the same log, but
 * holds lines back for seconds; each one is pushed on, so that progress is seen live and nothing comes after the lines that
 * the controller writes next.
 */
public record ListenerConsole(TaskListener listener) implements Console {

    @Override
    public void line(String line) {
        listener.getLogger().println(line);
        listener.getLogger().flush();
    }
}
