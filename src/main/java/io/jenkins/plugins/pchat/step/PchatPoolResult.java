package io.jenkins.plugins.pchat.step;

import io.jenkins.plugins.pchat.config.PchatPool;
import java.io.Serializable;
import java.util.List;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/**
 * A pool as it was configured when a pipeline asked for it. It stays so for the rest of the build, over a restart too: what is changed in the
 * configuration meanwhile must not change a failback that has begun.
 */
public final class PchatPoolResult implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String pool;
    private final String primary;
    private final String backup;
    private final String share;
    private final String copyDirectory;
    private final List<String> activeServers;
    private final String agent;
    private final String approvers;
    private final String sqlCredentialsId;
    private final String shellUri;
    private final String shellCredentialsId;
    private final String encrypt;
    private final boolean trustServerCertificate;
    private final String primaryHostNameInCertificate;
    private final String backupHostNameInCertificate;

    PchatPoolResult(PchatPool configured) {
        name = configured.getName();
        pool = configured.getPool();
        primary = configured.getPrimary();
        backup = configured.getBackup();
        share = configured.getShare();
        copyDirectory = configured.getCopyDirectory();
        activeServers = List.copyOf(configured.getActiveServers());
        agent = configured.getAgent();
        approvers = configured.getApprovers();
        sqlCredentialsId = configured.getSqlCredentialsId();
        shellUri = configured.getShellUri();
        shellCredentialsId = configured.getShellCredentialsId();
        encrypt = configured.getEncrypt();
        trustServerCertificate = configured.isTrustServerCertificate();
        primaryHostNameInCertificate = configured.getPrimaryHostNameInCertificate();
        backupHostNameInCertificate = configured.getBackupHostNameInCertificate();
    }

    @Whitelisted
    public String getName() {
        return name;
    }

    /** The pool's FQDN. */
    @Whitelisted
    public String getPool() {
        return pool;
    }

    @Whitelisted
    public String getPrimary() {
        return primary;
    }

    @Whitelisted
    public String getBackup() {
        return backup;
    }

    @Whitelisted
    public String getShare() {
        return share;
    }

    @Whitelisted
    public String getCopyDirectory() {
        return copyDirectory;
    }

    @Whitelisted
    public List<String> getActiveServers() {
        return activeServers;
    }

    /** The label of the management host. */
    @Whitelisted
    public String getAgent() {
        return agent;
    }

    /** Null for everybody who may build the job. */
    @Whitelisted
    public String getApprovers() {
        return approvers;
    }

    /** Null for the agent's Windows account. */
    @Whitelisted
    public String getSqlCredentialsId() {
        return sqlCredentialsId;
    }

    /** Null for the shell that is installed on the agent. */
    @Whitelisted
    public String getShellUri() {
        return shellUri;
    }

    /** Null for the agent's Windows account. */
    @Whitelisted
    public String getShellCredentialsId() {
        return shellCredentialsId;
    }

    @Whitelisted
    public String getEncrypt() {
        return encrypt;
    }

    @Whitelisted
    public boolean isTrustServerCertificate() {
        return trustServerCertificate;
    }

    /** Null for the name of the primary's host. */
    @Whitelisted
    public String getPrimaryHostNameInCertificate() {
        return primaryHostNameInCertificate;
    }

    /** Null for the name of the backup's host. */
    @Whitelisted
    public String getBackupHostNameInCertificate() {
        return backupHostNameInCertificate;
    }

    /** For the log: which pool, between which instances. */
    @Whitelisted
    @Override
    public String toString() {
        return name + ": pool " + pool + ", primary " + primary + ", backup " + backup;
    }
}
