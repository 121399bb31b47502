package io.jenkins.plugins.pchat.audit;

import hudson.model.Run;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;

/** What there is of a build if it is a pipeline: its log and its graph. */
final class BuildLog {

    private static final Logger LOGGER = Logger.getLogger(BuildLog.class.getName());

    private BuildLog() {}

    /** Writes a line to the build's log, if that can be done. */
    static void line(Run<?, ?> run, String line) {
        FlowExecutionOwner owner = owner(run);
        try {
            if (owner != null) {
                owner.getListener().getLogger().println(line);
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The log of " + run + " can't be written either");
        }
    }

    /** The build's graph; null if there is none, or it isn't loaded. */
    static FlowExecution graph(Run<?, ?> run) {
        FlowExecutionOwner owner = owner(run);
        return owner == null ? null : owner.getOrNull();
    }

    private static FlowExecutionOwner owner(Run<?, ?> run) {
        return run instanceof FlowExecutionOwner.Executable pipeline ? pipeline.asFlowExecutionOwner() : null;
    }
}
