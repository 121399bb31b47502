package io.jenkins.plugins.pchat.step;

import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.pchat.engine.pool.SetActiveServers;
import io.jenkins.plugins.pchat.engine.shell.ShellRequest;
import io.jenkins.plugins.pchat.form.Checks;
import io.jenkins.plugins.pchat.form.Texts;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code pchatSetActive}: makes these servers the pool's active ones, and no others. */
public final class SetActiveStep extends ShellStep {

    private final String pool;
    private final List<String> servers;
    private String activeServerIdentity;

    @DataBoundConstructor
    public SetActiveStep(String pool, List<String> servers) {
        this.pool = Util.fixEmptyAndTrim(pool);
        this.servers = Texts.names(servers);
    }

    public String getPool() {
        return pool;
    }

    public List<String> getServers() {
        return servers;
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
        return new SetActiveServers.Request(pool, servers, activeServerIdentity, getReplicationTimeoutMinutes());
    }

    /** The step's descriptor. */
    @Extension
    public static final class DescriptorImpl extends ShellStepDescriptor {

        public DescriptorImpl() {
            super("pchatSetActive", "pool", "servers");
        }

        @Override
        public String getDisplayName() {
            return Messages.SetActiveStep_displayName();
        }

        /** The text of the form's field: one server a line. */
        public String lines(List<String> servers) {
            return servers == null ? "" : Texts.lines(servers);
        }

        @POST
        public FormValidation doCheckServers(@QueryParameter String value) {
            return Checks.servers(value);
        }
    }
}
