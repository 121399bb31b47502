package io.jenkins.plugins.pchat.step;

import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.pchat.engine.pool.ClearActiveServers;
import io.jenkins.plugins.pchat.engine.shell.RemoteShell;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the descriptors of the steps on the management shell have in common. */
public abstract class ShellStepDescriptor extends PchatStepDescriptor {

    /** Any pool will do to check another field by. */
    static final String SOME_POOL = "pool.example.com";

    ShellStepDescriptor(String functionName, String... telling) {
        super(functionName, telling);
    }

    @POST
    public FormValidation doCheckPool(@QueryParameter String value) {
        return check(() -> new ClearActiveServers.Request(Util.fixEmptyAndTrim(value), null, 0));
    }

    @POST
    public FormValidation doCheckShellUri(@QueryParameter String value) {
        String uri = Util.fixEmptyAndTrim(value);
        return uri == null ? FormValidation.ok() : check(() -> RemoteShell.checkUri(uri));
    }

    @POST
    public FormValidation doCheckReplicationTimeoutMinutes(@QueryParameter int value) {
        return check(() -> new ClearActiveServers.Request(SOME_POOL, null, value));
    }
}
