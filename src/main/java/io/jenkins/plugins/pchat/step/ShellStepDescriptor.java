package io.jenkins.plugins.pchat.step;

import hudson.util.FormValidation;
import io.jenkins.plugins.pchat.form.Checks;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the descriptors of the steps on the management shell have in common. */
public abstract class ShellStepDescriptor extends PchatStepDescriptor {

    ShellStepDescriptor(String functionName, String... telling) {
        super(functionName, telling);
    }

    @POST
    public FormValidation doCheckPool(@QueryParameter String value) {
        return Checks.pool(value);
    }

    @POST
    public FormValidation doCheckShellUri(@QueryParameter String value) {
        return Checks.shellUri(value);
    }

    @POST
    public FormValidation doCheckCredentialsId(@QueryParameter String value, @QueryParameter String shellUri) {
        return Checks.shellAccount(value, shellUri);
    }

    @POST
    public FormValidation doCheckActiveServerIdentity(@QueryParameter String value) {
        return Checks.setterIdentity(value);
    }

    @POST
    public FormValidation doCheckReplicationTimeoutMinutes(@QueryParameter int value) {
        return Checks.replication(value);
    }
}
