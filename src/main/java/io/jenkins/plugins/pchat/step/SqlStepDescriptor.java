package io.jenkins.plugins.pchat.step;

import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.pchat.engine.database.DatabaseName;
import io.jenkins.plugins.pchat.engine.database.UncPath;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the descriptors of the steps on SQL Server have in common. */
public abstract class SqlStepDescriptor extends PchatStepDescriptor {

    SqlStepDescriptor(String functionName, String... telling) {
        super(functionName, telling);
    }

    @POST
    public ListBoxModel doFillEncryptItems() {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.SqlStep_encrypt_true(), SqlTarget.Encrypt.TRUE.word());
        items.add(Messages.SqlStep_encrypt_strict(), SqlTarget.Encrypt.STRICT.word());
        items.add(Messages.SqlStep_encrypt_false(), SqlTarget.Encrypt.FALSE.word());
        return items;
    }

    /** Items for the three ways to compress a backup. */
    @POST
    public ListBoxModel doFillCompressionItems() {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.SqlStep_compression_default(), "default");
        items.add(Messages.SqlStep_compression_on(), "on");
        items.add(Messages.SqlStep_compression_off(), "off");
        return items;
    }

    @POST
    public FormValidation doCheckInstance(@QueryParameter String value) {
        return instance(value);
    }

    @POST
    public FormValidation doCheckDatabase(@QueryParameter String value) {
        return check(() -> DatabaseName.check(Util.fixEmptyAndTrim(value), DatabaseName.MGC));
    }

    @POST
    public FormValidation doCheckShare(@QueryParameter String value) {
        return check(() -> UncPath.folder(Util.fixNull(value).trim()));
    }

    @POST
    public FormValidation doCheckTrustServerCertificate(@QueryParameter boolean value) {
        return value ? FormValidation.warning(Messages.SqlStep_trust()) : FormValidation.ok();
    }

    static FormValidation instance(String value) {
        return check(() -> SqlTarget.of(Util.fixEmptyAndTrim(value)));
    }
}
