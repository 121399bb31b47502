package io.jenkins.plugins.pchat.agent;

import io.jenkins.plugins.pchat.engine.OperationId;
import jenkins.agents.ControllerToAgentCallable;

/** Interrupts an operation on the agent; answers whether it was running. */
record InterruptCall(OperationId id) implements ControllerToAgentCallable<Boolean, RuntimeException> {

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean call() {
        return OperationThread.interrupt(id);
    }
}
