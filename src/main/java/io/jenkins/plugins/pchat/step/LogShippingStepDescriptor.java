package io.jenkins.plugins.pchat.step;

import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.pchat.engine.database.LogShippingSettings;
import io.jenkins.plugins.pchat.form.Checks;
import io.jenkins.plugins.pchat.form.Choices;
import io.jenkins.plugins.pchat.form.Texts;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The checks of the settings of log shipping. A value that another one bounds is checked together with it. */
public abstract class LogShippingStepDescriptor extends SqlStepDescriptor {

    private static final LogShippingSettings DEFAULTS = LogShippingSettings.defaults();
    private static final LogShippingSettings.Backup BACKUP = DEFAULTS.backup();
    private static final LogShippingSettings.Copy COPY = DEFAULTS.copy();
    private static final LogShippingSettings.Restore RESTORE = DEFAULTS.restore();

    /** More than any value that is allowed for what it bounds. */
    private static final int LONGEST = 366 * 24 * 60;

    LogShippingStepDescriptor(String functionName, String... telling) {
        super(functionName, telling);
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
    public FormValidation doCheckCopyDirectory(@QueryParameter String value) {
        return Checks.copyDirectory(value);
    }

    @POST
    public FormValidation doCheckBackupInterval(@QueryParameter int value) {
        return backup(value, BACKUP.retention(), LONGEST);
    }

    @POST
    public FormValidation doCheckBackupRetention(@QueryParameter int value) {
        return backup(BACKUP.interval(), value, BACKUP.threshold());
    }

    @POST
    public FormValidation doCheckBackupThreshold(@QueryParameter int value, @QueryParameter int backupInterval) {
        return backup(backupInterval, BACKUP.retention(), value);
    }

    @POST
    public FormValidation doCheckCopyInterval(@QueryParameter int value) {
        return Checks.of(() -> new LogShippingSettings.Copy(value, COPY.retention(), COPY.jobName()));
    }

    @POST
    public FormValidation doCheckCopyRetention(@QueryParameter int value) {
        return Checks.of(() -> new LogShippingSettings.Copy(COPY.interval(), value, COPY.jobName()));
    }

    @POST
    public FormValidation doCheckRestoreInterval(@QueryParameter int value) {
        return Checks.of(() -> new LogShippingSettings.Restore(value, LONGEST, RESTORE.jobName()));
    }

    @POST
    public FormValidation doCheckRestoreThreshold(
            @QueryParameter int value,
            @QueryParameter int backupInterval,
            @QueryParameter int copyInterval,
            @QueryParameter int restoreInterval) {
        return Checks.of(() -> settings(
                new LogShippingSettings.Backup(
                        backupInterval, BACKUP.retention(), LONGEST, BACKUP.compression(), BACKUP.jobName()),
                new LogShippingSettings.Copy(copyInterval, COPY.retention(), COPY.jobName()),
                new LogShippingSettings.Restore(restoreInterval, value, RESTORE.jobName()),
                LONGEST,
                DEFAULTS.jobTimeout()));
    }

    @POST
    public FormValidation doCheckBackupJobName(@QueryParameter String value) {
        return names(value, COPY.jobName(), RESTORE.jobName());
    }

    @POST
    public FormValidation doCheckCopyJobName(@QueryParameter String value, @QueryParameter String backupJobName) {
        return names(backupJobName, value, RESTORE.jobName());
    }

    @POST
    public FormValidation doCheckRestoreJobName(
            @QueryParameter String value, @QueryParameter String backupJobName, @QueryParameter String copyJobName) {
        return names(backupJobName, copyJobName, value);
    }

    @POST
    public FormValidation doCheckHistoryRetention(@QueryParameter int value, @QueryParameter int restoreThreshold) {
        return Checks.of(() -> settings(
                new LogShippingSettings.Backup(
                        1, BACKUP.retention(), BACKUP.threshold(), BACKUP.compression(), BACKUP.jobName()),
                new LogShippingSettings.Copy(1, COPY.retention(), COPY.jobName()),
                new LogShippingSettings.Restore(1, Math.max(3, restoreThreshold), RESTORE.jobName()),
                value,
                DEFAULTS.jobTimeout()));
    }

    @POST
    public FormValidation doCheckJobTimeout(@QueryParameter int value) {
        return Checks.of(() -> settings(BACKUP, COPY, RESTORE, LONGEST, value));
    }

    private static FormValidation backup(int interval, int retention, int threshold) {
        return Checks.of(() ->
                new LogShippingSettings.Backup(interval, retention, threshold, BACKUP.compression(), BACKUP.jobName()));
    }

    private static FormValidation names(String backup, String copy, String restore) {
        return Checks.of(() -> settings(
                new LogShippingSettings.Backup(
                        BACKUP.interval(),
                        BACKUP.retention(),
                        BACKUP.threshold(),
                        BACKUP.compression(),
                        Texts.text(backup, BACKUP.jobName())),
                new LogShippingSettings.Copy(COPY.interval(), COPY.retention(), Texts.text(copy, COPY.jobName())),
                new LogShippingSettings.Restore(
                        RESTORE.interval(), RESTORE.threshold(), Texts.text(restore, RESTORE.jobName())),
                LONGEST,
                DEFAULTS.jobTimeout()));
    }

    private static LogShippingSettings settings(
            LogShippingSettings.Backup backup,
            LogShippingSettings.Copy copy,
            LogShippingSettings.Restore restore,
            int historyRetention,
            int jobTimeout) {
        return new LogShippingSettings(
                backup, copy, restore, DEFAULTS.thresholdAlerts(), historyRetention, jobTimeout, DEFAULTS.onExisting());
    }
}
