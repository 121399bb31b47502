package io.jenkins.plugins.pchat.step;

import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.pchat.agent.PoolAndSqlWork;
import io.jenkins.plugins.pchat.agent.ShellAccess;
import io.jenkins.plugins.pchat.engine.database.ConfigureLogShipping;
import io.jenkins.plugins.pchat.engine.database.LogShippingSettings;
import io.jenkins.plugins.pchat.engine.inspection.Verify;
import io.jenkins.plugins.pchat.form.Checks;
import io.jenkins.plugins.pchat.form.Choices;
import io.jenkins.plugins.pchat.form.Texts;
import java.util.List;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code pchatVerify}: looks whether a failback has kept what the documents promise, and lists what is left for a person. */
public final class VerifyStep extends BothEndsStep {

    private final String pool;
    private final List<String> servers;
    private String shellUri;
    private String shellCredentialsId;

    @DataBoundConstructor
    public VerifyStep(
            String pool, String primary, String secondary, String share, String copyDirectory, List<String> servers) {
        super(primary, secondary, share, copyDirectory);
        this.pool = Util.fixEmptyAndTrim(pool);
        this.servers = Texts.names(servers);
    }

    public String getPool() {
        return pool;
    }

    public List<String> getServers() {
        return servers;
    }

    /** The address of a remote shell; null for the one that is installed on the agent. */
    public String getShellUri() {
        return shellUri;
    }

    @DataBoundSetter
    public void setShellUri(String shellUri) {
        this.shellUri = Util.fixEmptyAndTrim(shellUri);
    }

    /** The account for a remote shell; null for the agent's Windows account. */
    public String getShellCredentialsId() {
        return shellCredentialsId;
    }

    @DataBoundSetter
    public void setShellCredentialsId(String shellCredentialsId) {
        this.shellCredentialsId = Util.fixEmptyAndTrim(shellCredentialsId);
    }

    private Verify.Request inspection() {
        return new Verify.Request(
                pool,
                servers,
                new ConfigureLogShipping.Request(
                        target(getPrimary()),
                        secondaryTarget(),
                        getDatabase(),
                        getShare(),
                        getCopyDirectory(),
                        null,
                        settings(LogShippingSettings.OnExisting.FAIL),
                        null),
                !isDryRun());
    }

    @Override
    PoolAndSqlWork work() {
        return new PoolAndSqlWork(inspection(), new ShellAccess(shellUri, shellCredentialsId), accounts());
    }

    /** The step's descriptor. */
    @Extension
    public static final class DescriptorImpl extends LogShippingStepDescriptor {

        public DescriptorImpl() {
            super("pchatVerify", "pool", "primary", "secondary");
        }

        @Override
        public String getDisplayName() {
            return Messages.VerifyStep_displayName();
        }

        /** The text of the form's field: one server a line. */
        public String lines(List<String> servers) {
            return servers == null ? "" : Texts.lines(servers);
        }

        @POST
        public ListBoxModel doFillShellCredentialsIdItems(
                @AncestorInPath Item item, @QueryParameter String shellCredentialsId) {
            return Choices.accounts(item, shellCredentialsId);
        }

        @POST
        public FormValidation doCheckPool(@QueryParameter String value) {
            return Checks.pool(value);
        }

        @POST
        public FormValidation doCheckServers(@QueryParameter String value) {
            return Checks.servers(value);
        }

        @POST
        public FormValidation doCheckShellUri(@QueryParameter String value) {
            return Checks.shellUri(value);
        }

        @POST
        public FormValidation doCheckShellCredentialsId(@QueryParameter String value, @QueryParameter String shellUri) {
            return Checks.shellAccount(value, shellUri);
        }
    }
}
