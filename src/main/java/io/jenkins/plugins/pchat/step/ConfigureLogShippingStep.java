package io.jenkins.plugins.pchat.step;

import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.pchat.agent.SqlWork;
import io.jenkins.plugins.pchat.engine.database.CheckDb;
import io.jenkins.plugins.pchat.engine.database.ConfigureLogShipping;
import io.jenkins.plugins.pchat.engine.database.DatabaseName;
import io.jenkins.plugins.pchat.engine.database.UncPath;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import io.jenkins.plugins.pchat.form.Checks;
import io.jenkins.plugins.pchat.form.Choices;
import java.util.Arrays;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code pchatConfigureLogShipping}: ships the log of the primary's database to the backup instance. */
public final class ConfigureLogShippingStep extends LogShippingStep {

    private final String primary;
    private final String secondary;
    private final String share;
    private final String copyDirectory;
    private String database = DatabaseName.MGC;
    private String handover;
    private String checkDb = CheckDb.PHYSICAL.word();
    private String secondaryCredentialsId;
    private String secondaryHostNameInCertificate;

    @DataBoundConstructor
    public ConfigureLogShippingStep(String primary, String secondary, String share, String copyDirectory) {
        this.primary = Util.fixEmptyAndTrim(primary);
        this.secondary = Util.fixEmptyAndTrim(secondary);
        this.share = Util.fixEmptyAndTrim(share);
        this.copyDirectory = Util.fixEmptyAndTrim(copyDirectory);
    }

    public String getPrimary() {
        return primary;
    }

    public String getSecondary() {
        return secondary;
    }

    public String getShare() {
        return share;
    }

    public String getCopyDirectory() {
        return copyDirectory;
    }

    public String getDatabase() {
        return database;
    }

    @DataBoundSetter
    public void setDatabase(String database) {
        this.database = text(database, DatabaseName.MGC);
    }

    /** The hand-over backup that must still verify; null: the one in the secondary's history. */
    public String getHandover() {
        return handover;
    }

    @DataBoundSetter
    public void setHandover(String handover) {
        this.handover = Util.fixEmptyAndTrim(handover);
    }

    /** How the primary's database is checked before the secondary's is overwritten: none, physical or full. */
    public String getCheckDb() {
        return checkDb;
    }

    @DataBoundSetter
    public void setCheckDb(String checkDb) {
        this.checkDb = text(checkDb, CheckDb.PHYSICAL.word());
    }

    /** The account on the secondary; null for the same as on the primary. */
    public String getSecondaryCredentialsId() {
        return secondaryCredentialsId;
    }

    @DataBoundSetter
    public void setSecondaryCredentialsId(String secondaryCredentialsId) {
        this.secondaryCredentialsId = Util.fixEmptyAndTrim(secondaryCredentialsId);
    }

    /** The name the secondary's certificate must have; null for its host's name. */
    public String getSecondaryHostNameInCertificate() {
        return secondaryHostNameInCertificate;
    }

    @DataBoundSetter
    public void setSecondaryHostNameInCertificate(String secondaryHostNameInCertificate) {
        this.secondaryHostNameInCertificate = Util.fixEmptyAndTrim(secondaryHostNameInCertificate);
    }

    @Override
    SqlRequest request() {
        SqlTarget second = target(secondary, secondaryHostNameInCertificate);
        return new ConfigureLogShipping.Request(
                target(primary), second, database, share, copyDirectory, handover, settings(), CheckDb.of(checkDb));
    }

    @Override
    SqlWork work() {
        String second = secondaryCredentialsId == null ? getCredentialsId() : secondaryCredentialsId;
        return new SqlWork(request(), Arrays.asList(getCredentialsId(), second));
    }

    /** The step's descriptor. */
    @Extension
    public static final class DescriptorImpl extends LogShippingStepDescriptor {

        public DescriptorImpl() {
            super("pchatConfigureLogShipping", "primary", "secondary", "database");
        }

        @Override
        public String getDisplayName() {
            return Messages.ConfigureLogShippingStep_displayName();
        }

        @POST
        public ListBoxModel doFillCheckDbItems() {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.ConfigureLogShippingStep_checkDb_physical(), CheckDb.PHYSICAL.word());
            items.add(Messages.ConfigureLogShippingStep_checkDb_full(), CheckDb.FULL.word());
            items.add(Messages.ConfigureLogShippingStep_checkDb_none(), CheckDb.NONE.word());
            return items;
        }

        @POST
        public ListBoxModel doFillSecondaryCredentialsIdItems(
                @AncestorInPath Item item, @QueryParameter String secondaryCredentialsId) {
            return Choices.accounts(item, secondaryCredentialsId);
        }

        @POST
        public FormValidation doCheckPrimary(@QueryParameter String value) {
            return Checks.instance(value);
        }

        @POST
        public FormValidation doCheckSecondary(@QueryParameter String value, @QueryParameter String primary) {
            return Checks.instance(value, primary);
        }

        @POST
        public FormValidation doCheckHandover(@QueryParameter String value) {
            String path = Util.fixEmptyAndTrim(value);
            return path == null ? FormValidation.ok() : Checks.of(() -> UncPath.file(path));
        }

        @POST
        public FormValidation doCheckCopyDirectory(@QueryParameter String value) {
            return Checks.copyDirectory(value);
        }
    }
}
