package io.jenkins.plugins.pchat.step;

import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.pchat.agent.SqlWork;
import io.jenkins.plugins.pchat.engine.database.CheckDb;
import io.jenkins.plugins.pchat.engine.database.ConfigureLogShipping;
import io.jenkins.plugins.pchat.engine.database.LogShippingSettings;
import io.jenkins.plugins.pchat.engine.database.UncPath;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.form.Checks;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code pchatConfigureLogShipping}: ships the log of the primary's database to the backup instance. */
public final class ConfigureLogShippingStep extends BothEndsStep {

    private String handover;
    private String checkDb = CheckDb.PHYSICAL.word();
    private String onExisting = LogShippingSettings.defaults().onExisting().word();

    @DataBoundConstructor
    public ConfigureLogShippingStep(String primary, String secondary, String share, String copyDirectory) {
        super(primary, secondary, share, copyDirectory);
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

    public String getOnExisting() {
        return onExisting;
    }

    @DataBoundSetter
    public void setOnExisting(String onExisting) {
        this.onExisting =
                text(onExisting, LogShippingSettings.defaults().onExisting().word());
    }

    /** The engine's request; its constructor checks the values. */
    SqlRequest request() {
        return new ConfigureLogShipping.Request(
                target(getPrimary()),
                secondaryTarget(),
                getDatabase(),
                getShare(),
                getCopyDirectory(),
                handover,
                settings(LogShippingSettings.OnExisting.of(onExisting)),
                CheckDb.of(checkDb));
    }

    @Override
    SqlWork work() {
        return new SqlWork(request(), accounts());
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
        public ListBoxModel doFillOnExistingItems() {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.ConfigureLogShippingStep_onExisting_fail(), "fail");
            items.add(Messages.ConfigureLogShippingStep_onExisting_replace(), "replace");
            return items;
        }

        @POST
        public FormValidation doCheckHandover(@QueryParameter String value) {
            String path = Util.fixEmptyAndTrim(value);
            return path == null ? FormValidation.ok() : Checks.of(() -> UncPath.file(path));
        }
    }
}
