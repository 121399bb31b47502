package io.jenkins.plugins.pchat.step;

import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.pchat.agent.PoolAndSqlWork;
import io.jenkins.plugins.pchat.agent.ShellAccess;
import io.jenkins.plugins.pchat.engine.database.DatabaseName;
import io.jenkins.plugins.pchat.engine.database.InspectionScope;
import io.jenkins.plugins.pchat.engine.inspection.PreflightRequest;
import io.jenkins.plugins.pchat.form.Checks;
import io.jenkins.plugins.pchat.form.Choices;
import io.jenkins.plugins.pchat.form.Texts;
import java.util.Arrays;
import java.util.List;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code pchatPreflight}: makes every check before the failback, and fails if one of them blocks it. */
public final class PreflightStep extends SqlStep {

    private final String pool;
    private final String primary;
    private final String backup;
    private final String share;
    private final String copyDirectory;
    private final List<String> servers;
    private String database = DatabaseName.MGC;
    private String backupCredentialsId;
    private String backupHostNameInCertificate;
    private String shellUri;
    private String shellCredentialsId;

    @DataBoundConstructor
    public PreflightStep(
            String pool, String primary, String backup, String share, String copyDirectory, List<String> servers) {
        this.pool = Util.fixEmptyAndTrim(pool);
        this.primary = Util.fixEmptyAndTrim(primary);
        this.backup = Util.fixEmptyAndTrim(backup);
        this.share = Util.fixEmptyAndTrim(share);
        this.copyDirectory = Util.fixEmptyAndTrim(copyDirectory);
        this.servers = Texts.names(servers);
    }

    public String getPool() {
        return pool;
    }

    public String getPrimary() {
        return primary;
    }

    public String getBackup() {
        return backup;
    }

    public String getShare() {
        return share;
    }

    public String getCopyDirectory() {
        return copyDirectory;
    }

    public List<String> getServers() {
        return servers;
    }

    public String getDatabase() {
        return database;
    }

    @DataBoundSetter
    public void setDatabase(String database) {
        this.database = text(database, DatabaseName.MGC);
    }

    /** The account on the backup instance; null for the same as on the primary. */
    public String getBackupCredentialsId() {
        return backupCredentialsId;
    }

    @DataBoundSetter
    public void setBackupCredentialsId(String backupCredentialsId) {
        this.backupCredentialsId = Util.fixEmptyAndTrim(backupCredentialsId);
    }

    /** The name the backup instance's certificate must have; null for its host's name. */
    public String getBackupHostNameInCertificate() {
        return backupHostNameInCertificate;
    }

    @DataBoundSetter
    public void setBackupHostNameInCertificate(String backupHostNameInCertificate) {
        this.backupHostNameInCertificate = Util.fixEmptyAndTrim(backupHostNameInCertificate);
    }

    public String getShellUri() {
        return shellUri;
    }

    @DataBoundSetter
    public void setShellUri(String shellUri) {
        this.shellUri = Util.fixEmptyAndTrim(shellUri);
    }

    /** The account for a remote shell; null for the agent's Windows account. */
    public String getShellCredentialsId() {
        return shellCredentialsId;
    }

    @DataBoundSetter
    public void setShellCredentialsId(String shellCredentialsId) {
        this.shellCredentialsId = Util.fixEmptyAndTrim(shellCredentialsId);
    }

    @Override
    PoolAndSqlWork work() {
        PreflightRequest request = new PreflightRequest(
                pool,
                target(primary),
                target(backup, backupHostNameInCertificate),
                new InspectionScope(database, share, copyDirectory),
                servers,
                !isDryRun());
        String second = backupCredentialsId == null ? getCredentialsId() : backupCredentialsId;
        return new PoolAndSqlWork(
                request, new ShellAccess(shellUri, shellCredentialsId), Arrays.asList(getCredentialsId(), second));
    }

    /** The step's descriptor. */
    @Extension
    public static final class DescriptorImpl extends SqlStepDescriptor {

        public DescriptorImpl() {
            super("pchatPreflight", "pool", "primary", "backup");
        }

        @Override
        public String getDisplayName() {
            return Messages.PreflightStep_displayName();
        }

        public String lines(List<String> servers) {
            return servers == null ? "" : Texts.lines(servers);
        }

        @POST
        public ListBoxModel doFillBackupCredentialsIdItems(
                @AncestorInPath Item item, @QueryParameter String backupCredentialsId) {
            return Choices.accounts(item, backupCredentialsId);
        }

        @POST
        public ListBoxModel doFillShellCredentialsIdItems(
                @AncestorInPath Item item, @QueryParameter String shellCredentialsId) {
            return Choices.accounts(item, shellCredentialsId);
        }

        @POST
        public FormValidation doCheckPool(@QueryParameter String value) {
            return Checks.pool(value);
        }

        @POST
        public FormValidation doCheckPrimary(@QueryParameter String value) {
            return Checks.instance(value);
        }

        @POST
        public FormValidation doCheckBackup(@QueryParameter String value, @QueryParameter String primary) {
            return Checks.instance(value, primary);
        }

        @POST
        public FormValidation doCheckCopyDirectory(@QueryParameter String value) {
            return Checks.copyDirectory(value);
        }

        @POST
        public FormValidation doCheckServers(@QueryParameter String value) {
            return Checks.servers(value);
        }

        @POST
        public FormValidation doCheckShellUri(@QueryParameter String value) {
            return Checks.shellUri(value);
        }

        @POST
        public FormValidation doCheckShellCredentialsId(@QueryParameter String value, @QueryParameter String shellUri) {
            return Checks.shellAccount(value, shellUri);
        }
    }
}
