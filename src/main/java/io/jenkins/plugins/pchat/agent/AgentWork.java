package io.jenkins.plugins.pchat.agent;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Watch;
import java.io.IOException;
import java.io.Serializable;

/** What a step has to do, as plain values that can be kept over a restart: no secret, nothing live. */
public sealed interface AgentWork extends Serializable permits SqlWork, ShellWork, PoolAndSqlWork {

    /**
     * Does it, on an agent.
     *
     * @param watch sees what the operation comes to, while it runs
     * @throws AgentLost if the connection to the agent is lost
     * @throws Failure what a person can act on
     * @throws IOException if Jenkins itself can't reach the agent or its files
     * @throws InterruptedException if the build was aborted; the state left is in the log
     */
    Outcome run(Agent agent, Logins logins, OperationId id, boolean dryRun, Watch watch)
            throws Failure, IOException, InterruptedException;
}
