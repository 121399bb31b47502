package io.jenkins.plugins.pchat.agent;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Watch;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.inspection.PoolAndSqlRequest;
import io.jenkins.plugins.pchat.engine.pool.PoolReader;
import io.jenkins.plugins.pchat.engine.pool.PoolState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An operation that looks at the pool and at both servers: the pool is read first, through the management shell, and what was read goes to the agent with
 * the operation. A shell that fails is a part of what was read.
 *
 * @param shell how the management shell is reached
 * @param credentialsIds one for each of the request's targets, in their order; null for the agent's Windows account
 */
public record PoolAndSqlWork(PoolAndSqlRequest request, ShellAccess shell, List<String> credentialsIds)
        implements AgentWork {

    private static final long serialVersionUID = 1L;

    public PoolAndSqlWork {
        if (credentialsIds.size() != request.targets().size()) {
            throw new IllegalArgumentException(credentialsIds.size() + " credentials for "
                    + request.targets().size() + " instances");
        }
        credentialsIds = Collections.unmodifiableList(new ArrayList<>(credentialsIds));
    }

    @Override
    public Outcome run(Agent agent, Logins logins, OperationId id, boolean dryRun, Watch watch)
            throws Failure, IOException, InterruptedException {
        Console console = new ListenerConsole(agent.listener());
        console.line("Looking at pool " + request.pool() + " through the management shell");
        // One that can't be opened at all, for want of credentials, is a mistake in the parameters and no finding.
        var open = new ReadOnlyShell(shell.open(agent, logins, console));
        Reading<PoolState> pool = Reading.of(() -> new PoolReader(open, request.pool()).read());
        return new SqlWork(request.with(pool), credentialsIds).run(agent, logins, id, dryRun, watch);
    }
}
