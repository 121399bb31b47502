package io.jenkins.plugins.pchat.agent;

import hudson.remoting.Channel;
import hudson.remoting.RequestAbortedException;

/**
 * The connection to the agent was lost while it worked for a step. It is unchecked so that it passes through the engine, which knows nothing
 * of agents; a step catches it, waits for the agent and looks again.
 */
public final class AgentLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AgentLost(String agent, Throwable cause) {
        super("Agent " + agent + " was lost: " + reason(cause), cause);
    }

    /** Whether this is how remoting tells that the other end is gone. */
    static boolean isSaidBy(Throwable thrown) {
        if (Channel.isClosedChannelException(thrown)) {
            return true;
        }
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof RequestAbortedException) {
                return true;
            }
        }
        return false;
    }

    /** The first sentence that says why; remoting wraps it several times. */
    private static String reason(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return message == null ? deepest.getClass().getSimpleName() : message;
    }
}
