package io.jenkins.plugins.pchat.agent;

import hudson.EnvVars;
import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.shell.PowerShell;
import io.jenkins.plugins.pchat.engine.shell.RemoteShell;
import io.jenkins.plugins.pchat.engine.shell.Shell;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import java.io.IOException;
import java.io.Serializable;

/**
 * How the management shell is reached.
 *
 * @param uri the remote shell's address; null for the shell that is installed on the agent
 * @param credentialsId the account for the remote shell; null for the agent's Windows account
 */
public record ShellAccess(String uri, String credentialsId) implements Serializable {

    private static final long serialVersionUID = 1L;

    public ShellAccess {
        if (uri != null) {
            RemoteShell.checkUri(uri);
        } else if (credentialsId != null) {
            throw new IllegalArgumentException("credentialsId is for a remote shell, and shellUri is missing:"
                    + " the shell on the agent runs as the agent's Windows account.");
        }
    }

    /** The shell, started anew on the agent with each call. */
    Shell open(Agent agent, Logins logins, Console console) throws Failure, IOException, InterruptedException {
        EnvVars environment = new EnvVars(agent.computer().getEnvironment());
        environment.overrideAll(agent.computer().buildEnvironment(agent.listener()));
        return new PowerShell(new LauncherProcess(agent, environment), remote(logins), console);
    }

    private RemoteShell remote(Logins logins) throws Failure {
        if (uri == null) {
            return null;
        }
        SqlLogin login = logins.find(credentialsId);
        return new RemoteShell(uri, login.user(), login.password());
    }
}
