package io.jenkins.plugins.pchat.config;

import hudson.Util;
import hudson.model.AutoCompletionCandidates;
import hudson.model.Descriptor;
import hudson.model.labels.LabelExpression;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.pchat.form.Checks;
import io.jenkins.plugins.pchat.form.Choices;
import io.jenkins.plugins.pchat.form.Texts;
import java.util.List;
import java.util.function.Supplier;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The form of a pool. Its checks look at text only, and answer nobody but an administrator, who alone can change a pool. */
public abstract class PchatPoolDescriptor extends Descriptor<PchatPool> {

    /** The text of the form's field: one server a line. */
    public String lines(List<String> servers) {
        return servers == null ? "" : Texts.lines(servers);
    }

    @POST
    public FormValidation doCheckName(@QueryParameter String value) {
        return administrator(() -> Util.fixEmptyAndTrim(value) == null
                ? FormValidation.error(Messages.PchatPools_noName())
                : FormValidation.ok());
    }

    @POST
    public FormValidation doCheckPool(@QueryParameter String value) {
        return administrator(() -> Checks.pool(value));
    }

    @POST
    public FormValidation doCheckPrimary(@QueryParameter String value) {
        return administrator(() -> Checks.instance(value));
    }

    @POST
    public FormValidation doCheckBackup(@QueryParameter String value, @QueryParameter String primary) {
        return administrator(() -> Checks.instance(value, primary));
    }

    @POST
    public FormValidation doCheckShare(@QueryParameter String value) {
        return administrator(() -> Checks.share(value));
    }

    @POST
    public FormValidation doCheckCopyDirectory(@QueryParameter String value) {
        return administrator(() -> Checks.copyDirectory(value));
    }

    @POST
    public FormValidation doCheckActiveServers(@QueryParameter String value) {
        return administrator(() -> Checks.servers(value));
    }

    /** What Jenkins says of a label anywhere: whether it can be one, and whether an agent has it. */
    @POST
    public FormValidation doCheckAgent(@QueryParameter String value) {
        return administrator(() -> LabelExpression.validate(Texts.text(value, PoolAccess.DEFAULT_AGENT)));
    }

    @POST
    public FormValidation doCheckShellUri(@QueryParameter String value) {
        return administrator(() -> Checks.shellUri(value));
    }

    @POST
    public FormValidation doCheckShellCredentialsId(@QueryParameter String value, @QueryParameter String shellUri) {
        return administrator(() -> Checks.shellAccount(value, shellUri));
    }

    @POST
    public FormValidation doCheckTrustServerCertificate(@QueryParameter boolean value) {
        return administrator(() -> Checks.trust(value));
    }

    @POST
    public AutoCompletionCandidates doAutoCompleteAgent(@QueryParameter String value) {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                ? LabelExpression.autoComplete(value)
                : new AutoCompletionCandidates();
    }

    @POST
    public ListBoxModel doFillSqlCredentialsIdItems(@QueryParameter String sqlCredentialsId) {
        return Choices.accounts(null, sqlCredentialsId);
    }

    @POST
    public ListBoxModel doFillShellCredentialsIdItems(@QueryParameter String shellCredentialsId) {
        return Choices.accounts(null, shellCredentialsId);
    }

    @POST
    public ListBoxModel doFillEncryptItems() {
        return Choices.encryption();
    }

    private static FormValidation administrator(Supplier<FormValidation> check) {
        return Jenkins.get().hasPermission(Jenkins.ADMINISTER) ? check.get() : FormValidation.ok();
    }
}
