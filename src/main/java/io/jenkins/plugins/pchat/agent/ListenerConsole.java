package io.jenkins.plugins.pchat.agent;

import hudson.model.TaskListener;
import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.PlainText;

/**
 * The log of the build as the engine's console. A {@link TaskListener} that was sent to an agent writes to the same log, but
 * holds lines back for seconds; each one is pushed on, so that progress is seen live and nothing comes after the lines that
 * the controller writes next. Whatever it is given is one line, and nothing in it is for a terminal or for Jenkins: see {@link PlainText}.
 */
public record ListenerConsole(TaskListener listener) implements Console {

    @Override
    public void line(String line) {
        listener.getLogger().println(PlainText.line(line));
        listener.getLogger().flush();
    }
}
