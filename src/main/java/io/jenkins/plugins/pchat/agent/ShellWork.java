package io.jenkins.plugins.pchat.agent;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Watch;
import io.jenkins.plugins.pchat.engine.shell.Shell;
import io.jenkins.plugins.pchat.engine.shell.ShellRequest;
import java.io.IOException;

/**
 * An operation through the management shell: it runs on the controller and starts PowerShell on the agent for each look and each change.
 *
 * @param access how the shell is reached
 */
public record ShellWork(ShellRequest request, ShellAccess access) implements AgentWork {

    private static final long serialVersionUID = 1L;

    @Override
    public Outcome run(Agent agent, Logins logins, OperationId id, boolean dryRun, Watch watch)
            throws Failure, IOException, InterruptedException {
        Console console = new ListenerConsole(agent.listener());
        Shell shell = access.open(agent, logins, console);
        return new OperationRunner(console, watch).run(request.on(dryRun ? new ReadOnlyShell(shell) : shell), dryRun);
    }
}
