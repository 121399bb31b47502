package io.jenkins.plugins.pchat.step;

import hudson.Util;
import io.jenkins.plugins.pchat.agent.ShellAccess;
import io.jenkins.plugins.pchat.agent.ShellWork;
import io.jenkins.plugins.pchat.engine.shell.ShellRequest;
import org.kohsuke.stapler.DataBoundSetter;

/** What the steps on the management shell have in common: which shell, and how long to wait for replication. */
public abstract class ShellStep extends PchatStep {

    static final int DEFAULT_REPLICATION_MINUTES = 15;

    private String shellUri;
    private int replicationTimeoutMinutes = DEFAULT_REPLICATION_MINUTES;

    /** The address of a remote shell; null for the one that is installed on the agent. */
    public String getShellUri() {
        return shellUri;
    }

    @DataBoundSetter
    public void setShellUri(String shellUri) {
        this.shellUri = Util.fixEmptyAndTrim(shellUri);
    }

    /** How long to wait until the pool's computers have the change; 0 for not at all. */
    public int getReplicationTimeoutMinutes() {
        return replicationTimeoutMinutes;
    }

    @DataBoundSetter
    public void setReplicationTimeoutMinutes(int replicationTimeoutMinutes) {
        this.replicationTimeoutMinutes = replicationTimeoutMinutes;
    }

    @Override
    ShellWork work() {
        return new ShellWork(request(), new ShellAccess(shellUri, getCredentialsId()));
    }

    /** The engine's request; its constructor checks the values. */
    abstract ShellRequest request();
}
