package io.jenkins.plugins.pchat.step;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.pchat.agent.Agent;
import io.jenkins.plugins.pchat.engine.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import jenkins.util.SystemProperties;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * The way to the agent that a step runs on, waiting for it while it is away: after a restart of Jenkins it takes a while to connect, and a
 * connection that broke usually comes back.
 */
final class AgentWait {

    /** A system property of the controller: how many seconds to wait for an agent. The default is what Pipeline's own {@code node} waits. */
    static final String SECONDS = "io.jenkins.plugins.pchat.agentWaitSeconds";

    private static final int DEFAULT_SECONDS = 300;

    /** Nothing tells a step that its agent is back, so it looks. */
    private static final long LOOK_MILLIS = 1000;

    private final StepContext context;
    private final Duration limit = Duration.ofSeconds(SystemProperties.getInteger(SECONDS, DEFAULT_SECONDS));

    AgentWait(StepContext context) {
        this.context = context;
    }

    Duration limit() {
        return limit;
    }

    /** Whether the agent is there now, by another connection than the one that was lost. */
    boolean isThere(VirtualChannel lost) throws IOException, InterruptedException {
        Computer computer = context.get(Computer.class);
        VirtualChannel channel = computer == null ? null : computer.getChannel();
        return channel != null && channel != lost;
    }

    /**
     * Waits for the agent.
     *
     * @param lost the connection that was lost; null if none was
     * @return null if it did not come back in time
     * @throws Failure INVALID on the built-in node
     */
    Agent reach(VirtualChannel lost) throws Failure, IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        IOException away = null;
        while (true) {
            try {
                if (isThere(lost)) {
                    return Agent.of(
                            context.get(Node.class),
                            context.get(Computer.class),
                            context.get(Launcher.class),
                            context.get(FilePath.class),
                            context.get(TaskListener.class));
                }
            } catch (IOException e) {
                // It went away again between two of these.
                away = e;
            }
            if (System.nanoTime() >= end) {
                if (away != null) {
                    throw away;
                }
                return null;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }
}
