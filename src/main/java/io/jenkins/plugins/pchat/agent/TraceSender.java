package io.jenkins.plugins.pchat.agent;

import hudson.model.TaskListener;
import io.jenkins.plugins.pchat.engine.Trace;
import io.jenkins.plugins.pchat.engine.Watch;
import io.jenkins.plugins.pchat.record.TraceJson;

/**
 * Sends the traces of an operation from the agent to the controller, each as a line of JSON. They go the way that a build's log goes: a stream
 * of bytes, in order, whose loss disturbs nothing on this side. Objects would have to be trusted by the controller.
 *
 * @param listener its other end is a {@link TraceReceiver}
 */
record TraceSender(TaskListener listener) implements Watch {

    @Override
    public void saw(Trace trace) {
        listener.getLogger().println(TraceJson.write(trace));
        listener.getLogger().flush();
    }
}
