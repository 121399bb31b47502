package io.jenkins.plugins.pchat.agent;

import hudson.EnvVars;
import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Watch;
import io.jenkins.plugins.pchat.engine.shell.PowerShell;
import io.jenkins.plugins.pchat.engine.shell.RemoteShell;
import io.jenkins.plugins.pchat.engine.shell.Shell;
import io.jenkins.plugins.pchat.engine.shell.ShellRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import java.io.IOException;

/**
 * An operation through the management shell: it runs on the controller and starts PowerShell on the agent for each look and each change.
 *
 * @param shellUri the remote shell's address; null for the shell that is installed on the agent
 * @param credentialsId the account for the remote shell; null for the agent's Windows account
 */
public record ShellWork(ShellRequest request, String shellUri, String credentialsId) implements AgentWork {

    private static final long serialVersionUID = 1L;

    public ShellWork {
        if (shellUri != null) {
            RemoteShell.checkUri(shellUri);
        } else if (credentialsId != null) {
            throw new IllegalArgumentException("credentialsId is for a remote shell, and shellUri is missing:"
                    + " the shell on the agent runs as the agent's Windows account.");
        }
    }

    @Override
    public Outcome run(Agent agent, Logins logins, OperationId id, boolean dryRun, Watch watch)
            throws Failure, IOException, InterruptedException {
        Console console = new ListenerConsole(agent.listener());
        EnvVars environment = new EnvVars(agent.computer().getEnvironment());
        environment.overrideAll(agent.computer().buildEnvironment(agent.listener()));
        Shell shell = new PowerShell(new LauncherProcess(agent, environment), remote(logins), console);
        return new OperationRunner(console, watch).run(request.on(dryRun ? new ReadOnlyShell(shell) : shell), dryRun);
    }

    private RemoteShell remote(Logins logins) throws Failure {
        if (shellUri == null) {
            return null;
        }
        SqlLogin login = logins.find(credentialsId);
        return new RemoteShell(shellUri, login.user(), login.password());
    }
}
