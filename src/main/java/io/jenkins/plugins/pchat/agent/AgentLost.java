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

    /** Remoting wraps the reason several times; at the bottom is a sentence, or only the name of a place in its code. */
    private static String reason(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        boolean sentence = message != null && message.contains(" ") && !message.contains("\n");
        return sentence ? message : "the connection to it was closed";
    }
}
