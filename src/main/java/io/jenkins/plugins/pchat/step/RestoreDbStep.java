package io.jenkins.plugins.pchat.step;

import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.pchat.agent.SqlWork;
import io.jenkins.plugins.pchat.engine.database.CheckDb;
import io.jenkins.plugins.pchat.engine.database.DatabaseName;
import io.jenkins.plugins.pchat.engine.database.RestoreDatabase;
import io.jenkins.plugins.pchat.engine.database.TrialRestore;
import io.jenkins.plugins.pchat.engine.database.UncPath;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import io.jenkins.plugins.pchat.form.Checks;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code pchatRestoreDb}: replaces the primary instance's database by the one in a backup, or tries that without touching it. */
public final class RestoreDbStep extends SqlStep {

    private final String instance;
    private final String backup;
    private String database = DatabaseName.MGC;
    private String source;
    private int stats = RestoreDatabase.Request.DEFAULT_STATS_PERCENT;
    private boolean trial;
    private String checkDb = CheckDb.PHYSICAL.word();

    @DataBoundConstructor
    public RestoreDbStep(String instance, String backup) {
        this.instance = Util.fixEmptyAndTrim(instance);
        this.backup = Util.fixEmptyAndTrim(backup);
    }

    public String getInstance() {
        return instance;
    }

    public String getBackup() {
        return backup;
    }

    public String getDatabase() {
        return database;
    }

    @DataBoundSetter
    public void setDatabase(String database) {
        this.database = text(database, DatabaseName.MGC);
    }

    /** The server that the backup must come from; null for any but the target itself. */
    public String getSource() {
        return source;
    }

    @DataBoundSetter
    public void setSource(String source) {
        this.source = Util.fixEmptyAndTrim(source);
    }

    /** A line of progress each so many percent. */
    public int getStats() {
        return stats;
    }

    @DataBoundSetter
    public void setStats(int stats) {
        this.stats = stats;
    }

    /** Whether the restore is only tried, under another name, and nothing is replaced. */
    public boolean isTrial() {
        return trial;
    }

    @DataBoundSetter
    public void setTrial(boolean trial) {
        this.trial = trial;
    }

    /** How a trial checks what it has restored: none, physical or full. */
    public String getCheckDb() {
        return checkDb;
    }

    @DataBoundSetter
    public void setCheckDb(String checkDb) {
        this.checkDb = text(checkDb, CheckDb.PHYSICAL.word());
    }

    /** The engine's request; its constructor checks the values. */
    SqlRequest request() {
        CheckDb check = CheckDb.of(checkDb);
        if (trial) {
            return new TrialRestore.Request(target(instance), database, backup, source, stats, check);
        }
        if (check != CheckDb.PHYSICAL) {
            throw new IllegalArgumentException(
                    "checkDb is '" + checkDb
                            + "', which is for trials only (trial: true); after a restore pchatConfigureLogShipping checks the database.");
        }
        return new RestoreDatabase.Request(target(instance), database, backup, source, stats);
    }

    @Override
    SqlWork work() {
        return work(request());
    }

    /** The step's descriptor. */
    @Extension
    public static final class DescriptorImpl extends SqlStepDescriptor {

        public DescriptorImpl() {
            super("pchatRestoreDb", "instance", "database", "backup");
        }

        @Override
        public String getDisplayName() {
            return Messages.RestoreDbStep_displayName();
        }

        @POST
        public FormValidation doCheckBackup(@QueryParameter String value) {
            return Checks.of(() -> UncPath.file(Util.fixNull(value).trim()));
        }

        @POST
        public FormValidation doCheckSource(@QueryParameter String value) {
            return Checks.of(() -> request(value, RestoreDatabase.Request.DEFAULT_STATS_PERCENT));
        }

        @POST
        public FormValidation doCheckStats(@QueryParameter int value) {
            return Checks.of(() -> request(null, value));
        }

        private static RestoreDatabase.Request request(String source, int stats) {
            return new RestoreDatabase.Request(
                    SqlTarget.of("any"), null, "\\\\any\\share\\any.bak", Util.fixEmptyAndTrim(source), stats);
        }
    }
}
