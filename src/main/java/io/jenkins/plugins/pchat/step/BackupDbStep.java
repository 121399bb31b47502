package io.jenkins.plugins.pchat.step;

import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.pchat.agent.SqlWork;
import io.jenkins.plugins.pchat.engine.database.BackupDatabase;
import io.jenkins.plugins.pchat.engine.database.Compression;
import io.jenkins.plugins.pchat.engine.database.DatabaseName;
import io.jenkins.plugins.pchat.engine.database.SessionLimit;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import io.jenkins.plugins.pchat.form.Checks;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code pchatBackupDb}: takes the full backup that is handed over to the primary instance. */
public final class BackupDbStep extends FencedBackupStep {

    private final String instance;
    private final String share;
    private String database = DatabaseName.MGC;
    private boolean copyOnly = true;
    private String compression = Compression.DEFAULT.word();
    private int stats = BackupDatabase.Request.DEFAULT_STATS_PERCENT;
    private Integer maxTransferSize;
    private Integer bufferCount;
    private String description;

    @DataBoundConstructor
    public BackupDbStep(String instance, String share) {
        this.instance = Util.fixEmptyAndTrim(instance);
        this.share = Util.fixEmptyAndTrim(share);
    }

    public String getInstance() {
        return instance;
    }

    public String getShare() {
        return share;
    }

    public String getDatabase() {
        return database;
    }

    @DataBoundSetter
    public void setDatabase(String database) {
        this.database = text(database, DatabaseName.MGC);
    }

    public boolean isCopyOnly() {
        return copyOnly;
    }

    @DataBoundSetter
    public void setCopyOnly(boolean copyOnly) {
        this.copyOnly = copyOnly;
    }

    public String getCompression() {
        return compression;
    }

    @DataBoundSetter
    public void setCompression(String compression) {
        this.compression = text(compression, Compression.DEFAULT.word());
    }

    /** A line of progress each so many percent. */
    public int getStats() {
        return stats;
    }

    @DataBoundSetter
    public void setStats(int stats) {
        this.stats = stats;
    }

    /** In bytes; null for SQL Server's choice. */
    public Integer getMaxTransferSize() {
        return maxTransferSize;
    }

    @DataBoundSetter
    public void setMaxTransferSize(Integer maxTransferSize) {
        this.maxTransferSize = maxTransferSize;
    }

    /** Null for SQL Server's choice. */
    public Integer getBufferCount() {
        return bufferCount;
    }

    @DataBoundSetter
    public void setBufferCount(Integer bufferCount) {
        this.bufferCount = bufferCount;
    }

    public String getDescription() {
        return description;
    }

    @DataBoundSetter
    public void setDescription(String description) {
        this.description = Util.fixEmptyAndTrim(description);
    }

    /** The engine's request; its constructor checks the values. */
    SqlRequest request() {
        return new BackupDatabase.Request(
                target(instance),
                database,
                share,
                copyOnly,
                Compression.of(compression),
                stats,
                maxTransferSize,
                bufferCount,
                description,
                sessions(),
                isTrial());
    }

    @Override
    SqlWork work() {
        return work(request());
    }

    /** The step's descriptor. */
    @Extension
    public static final class DescriptorImpl extends SqlStepDescriptor {

        public DescriptorImpl() {
            super("pchatBackupDb", "instance", "database", "share");
        }

        @Override
        public String getDisplayName() {
            return Messages.BackupDbStep_displayName();
        }

        @POST
        public FormValidation doCheckStats(@QueryParameter int value) {
            return tuning(value, null, null, null);
        }

        @POST
        public FormValidation doCheckSessionTimeoutMinutes(@QueryParameter int value) {
            return Checks.of(() -> new SessionLimit(value, false));
        }

        @POST
        public FormValidation doCheckMaxTransferSize(@QueryParameter Integer value) {
            return tuning(BackupDatabase.Request.DEFAULT_STATS_PERCENT, value, null, null);
        }

        @POST
        public FormValidation doCheckBufferCount(@QueryParameter Integer value) {
            return tuning(BackupDatabase.Request.DEFAULT_STATS_PERCENT, null, value, null);
        }

        @POST
        public FormValidation doCheckDescription(@QueryParameter String value) {
            return tuning(BackupDatabase.Request.DEFAULT_STATS_PERCENT, null, null, value);
        }

        private static FormValidation tuning(int stats, Integer transferSize, Integer buffers, String description) {
            return Checks.of(() -> new BackupDatabase.Request(
                    SqlTarget.of("any"),
                    null,
                    "\\\\any\\share",
                    true,
                    null,
                    stats,
                    transferSize,
                    buffers,
                    description,
                    null,
                    false));
        }
    }
}
