package io.jenkins.plugins.pchat.step;

import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.pchat.engine.pool.PoolMode;
import io.jenkins.plugins.pchat.engine.pool.SetPoolState;
import io.jenkins.plugins.pchat.engine.shell.ShellRequest;
import io.jenkins.plugins.pchat.form.Checks;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code pchatSetPoolState}: sets the pool's state; {@code Normal} makes it use its primary databases again. */
public final class SetPoolStateStep extends ShellStep {

    private static final String DEFAULT_STATE = PoolMode.NORMAL.word();

    private String pool;
    private String identity;
    private String state = DEFAULT_STATE;

    /** Nothing is mandatory by itself: of pool and identity one is needed, which is checked at the start. */
    @DataBoundConstructor
    public SetPoolStateStep() {}

    public String getPool() {
        return pool;
    }

    @DataBoundSetter
    public void setPool(String pool) {
        this.pool = Util.fixEmptyAndTrim(pool);
    }

    /** The pool in any documented spelling, {@code service: pool.example.com} among them. */
    public String getIdentity() {
        return identity;
    }

    @DataBoundSetter
    public void setIdentity(String identity) {
        this.identity = Util.fixEmptyAndTrim(identity);
    }

    public String getState() {
        return state;
    }

    @DataBoundSetter
    public void setState(String state) {
        this.state = text(state, DEFAULT_STATE);
    }

    @Override
    ShellRequest request() {
        return new SetPoolState.Request(pool, identity, state, getReplicationTimeoutMinutes());
    }

    /** The step's descriptor. */
    @Extension
    public static final class DescriptorImpl extends ShellStepDescriptor {

        public DescriptorImpl() {
            super("pchatSetPoolState", "pool", "identity", "state");
        }

        @Override
        public String getDisplayName() {
            return Messages.SetPoolStateStep_displayName();
        }

        @POST
        public ListBoxModel doFillStateItems() {
            ListBoxModel items = new ListBoxModel();
            for (PoolMode mode : PoolMode.values()) {
                items.add(mode.word());
            }
            return items;
        }

        /** Unlike in the other steps the pool may be empty here. */
        @POST
        @Override
        public FormValidation doCheckPool(@QueryParameter String value) {
            return Util.fixEmptyAndTrim(value) == null ? FormValidation.ok() : super.doCheckPool(value);
        }

        @POST
        public FormValidation doCheckIdentity(@QueryParameter String value, @QueryParameter String pool) {
            return Checks.of(() -> new SetPoolState.Request(
                    Util.fixEmptyAndTrim(pool),
                    Util.fixEmptyAndTrim(value),
                    DEFAULT_STATE,
                    DEFAULT_REPLICATION_MINUTES));
        }
    }
}
