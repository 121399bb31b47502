package io.jenkins.plugins.pchat.step;

import io.jenkins.plugins.pchat.engine.database.Compression;
import io.jenkins.plugins.pchat.engine.database.LogShippingSettings;
import org.kohsuke.stapler.DataBoundSetter;

/** How the log is to be shipped: settings with SQL Server Management Studio's defaults, for the step that configures it and for the one that verifies it. Times are minutes. */
public abstract class LogShippingStep extends SqlStep {

    private static final LogShippingSettings DEFAULTS = LogShippingSettings.defaults();

    private int backupInterval = DEFAULTS.backup().interval();
    private int backupRetention = DEFAULTS.backup().retention();
    private int backupThreshold = DEFAULTS.backup().threshold();
    private String compression = DEFAULTS.backup().compression().word();
    private String backupJobName = DEFAULTS.backup().jobName();
    private int copyInterval = DEFAULTS.copy().interval();
    private int copyRetention = DEFAULTS.copy().retention();
    private String copyJobName = DEFAULTS.copy().jobName();
    private int restoreInterval = DEFAULTS.restore().interval();
    private int restoreThreshold = DEFAULTS.restore().threshold();
    private String restoreJobName = DEFAULTS.restore().jobName();
    private boolean thresholdAlerts = DEFAULTS.thresholdAlerts();
    private int historyRetention = DEFAULTS.historyRetention();
    private int jobTimeout = DEFAULTS.jobTimeout();

    public int getBackupInterval() {
        return backupInterval;
    }

    @DataBoundSetter
    public void setBackupInterval(int backupInterval) {
        this.backupInterval = backupInterval;
    }

    public int getBackupRetention() {
        return backupRetention;
    }

    @DataBoundSetter
    public void setBackupRetention(int backupRetention) {
        this.backupRetention = backupRetention;
    }

    public int getBackupThreshold() {
        return backupThreshold;
    }

    @DataBoundSetter
    public void setBackupThreshold(int backupThreshold) {
        this.backupThreshold = backupThreshold;
    }

    public String getCompression() {
        return compression;
    }

    @DataBoundSetter
    public void setCompression(String compression) {
        this.compression = text(compression, DEFAULTS.backup().compression().word());
    }

    public String getBackupJobName() {
        return backupJobName;
    }

    @DataBoundSetter
    public void setBackupJobName(String backupJobName) {
        this.backupJobName = text(backupJobName, DEFAULTS.backup().jobName());
    }

    public int getCopyInterval() {
        return copyInterval;
    }

    @DataBoundSetter
    public void setCopyInterval(int copyInterval) {
        this.copyInterval = copyInterval;
    }

    public int getCopyRetention() {
        return copyRetention;
    }

    @DataBoundSetter
    public void setCopyRetention(int copyRetention) {
        this.copyRetention = copyRetention;
    }

    public String getCopyJobName() {
        return copyJobName;
    }

    @DataBoundSetter
    public void setCopyJobName(String copyJobName) {
        this.copyJobName = text(copyJobName, DEFAULTS.copy().jobName());
    }

    public int getRestoreInterval() {
        return restoreInterval;
    }

    @DataBoundSetter
    public void setRestoreInterval(int restoreInterval) {
        this.restoreInterval = restoreInterval;
    }

    public int getRestoreThreshold() {
        return restoreThreshold;
    }

    @DataBoundSetter
    public void setRestoreThreshold(int restoreThreshold) {
        this.restoreThreshold = restoreThreshold;
    }

    public String getRestoreJobName() {
        return restoreJobName;
    }

    @DataBoundSetter
    public void setRestoreJobName(String restoreJobName) {
        this.restoreJobName = text(restoreJobName, DEFAULTS.restore().jobName());
    }

    public boolean isThresholdAlerts() {
        return thresholdAlerts;
    }

    @DataBoundSetter
    public void setThresholdAlerts(boolean thresholdAlerts) {
        this.thresholdAlerts = thresholdAlerts;
    }

    public int getHistoryRetention() {
        return historyRetention;
    }

    @DataBoundSetter
    public void setHistoryRetention(int historyRetention) {
        this.historyRetention = historyRetention;
    }

    public int getJobTimeout() {
        return jobTimeout;
    }

    @DataBoundSetter
    public void setJobTimeout(int jobTimeout) {
        this.jobTimeout = jobTimeout;
    }

    /** @param onExisting what to do with log shipping that is configured otherwise */
    LogShippingSettings settings(LogShippingSettings.OnExisting onExisting) {
        return new LogShippingSettings(
                new LogShippingSettings.Backup(
                        backupInterval, backupRetention, backupThreshold, Compression.of(compression), backupJobName),
                new LogShippingSettings.Copy(copyInterval, copyRetention, copyJobName),
                new LogShippingSettings.Restore(restoreInterval, restoreThreshold, restoreJobName),
                thresholdAlerts,
                historyRetention,
                jobTimeout,
                onExisting);
    }
}
