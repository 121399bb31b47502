package io.jenkins.plugins.pchat.step;

import hudson.Extension;
import hudson.Util;
import io.jenkins.plugins.pchat.engine.pool.ClearActiveServers;
import io.jenkins.plugins.pchat.engine.shell.ShellRequest;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code pchatClearActiveServers}: empties the pool's list of active servers, and waits until replication says so. */
public final class ClearActiveServersStep extends ShellStep {

    private final String pool;
    private String activeServerIdentity;

    @DataBoundConstructor
    public ClearActiveServersStep(String pool) {
        this.pool = Util.fixEmptyAndTrim(pool);
    }

    public String getPool() {
        return pool;
    }

    /** The identity to give to the setter; null for that of the pool's service. */
    public String getActiveServerIdentity() {
        return activeServerIdentity;
    }

    @DataBoundSetter
    public void setActiveServerIdentity(String activeServerIdentity) {
        this.activeServerIdentity = Util.fixEmptyAndTrim(activeServerIdentity);
    }

    @Override
    ShellRequest request() {
        return new ClearActiveServers.Request(pool, activeServerIdentity, getReplicationTimeoutMinutes());
    }

    /** The step's descriptor. */
    @Extension
    public static final class DescriptorImpl extends ShellStepDescriptor {

        public DescriptorImpl() {
            super("pchatClearActiveServers", "pool");
        }

        @Override
        public String getDisplayName() {
            return Messages.ClearActiveServersStep_displayName();
        }
    }
}
