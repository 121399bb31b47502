package io.jenkins.plugins.pchat.step;

import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.pchat.engine.database.CheckDb;
import io.jenkins.plugins.pchat.engine.database.DatabaseName;
import io.jenkins.plugins.pchat.form.Checks;
import io.jenkins.plugins.pchat.form.Choices;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the descriptors of the steps on SQL Server have in common. */
public abstract class SqlStepDescriptor extends PchatStepDescriptor {

    SqlStepDescriptor(String functionName, String... telling) {
        super(functionName, telling);
    }

    @POST
    public ListBoxModel doFillEncryptItems() {
        return Choices.encryption();
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

    /** Items for the three ways to check a database. */
    @POST
    public ListBoxModel doFillCheckDbItems() {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.SqlStep_checkDb_physical(), CheckDb.PHYSICAL.word());
        items.add(Messages.SqlStep_checkDb_full(), CheckDb.FULL.word());
        items.add(Messages.SqlStep_checkDb_none(), CheckDb.NONE.word());
        return items;
    }

    @POST
    public FormValidation doCheckInstance(@QueryParameter String value) {
        return Checks.instance(value);
    }

    @POST
    public FormValidation doCheckDatabase(@QueryParameter String value) {
        return Checks.of(() -> DatabaseName.check(Util.fixEmptyAndTrim(value), DatabaseName.MGC));
    }

    @POST
    public FormValidation doCheckShare(@QueryParameter String value) {
        return Checks.share(value);
    }

    @POST
    public FormValidation doCheckTrustServerCertificate(@QueryParameter boolean value) {
        return Checks.trust(value);
    }
}
