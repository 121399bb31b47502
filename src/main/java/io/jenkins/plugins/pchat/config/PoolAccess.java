package io.jenkins.plugins.pchat.config;

import hudson.Util;
import hudson.model.Describable;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import io.jenkins.plugins.pchat.form.Texts;
import org.kohsuke.stapler.DataBoundSetter;

/** How the servers of a {@link PchatPool} are reached: from which agent, as whom, and with which certificates. It names credentials and holds none. */
public abstract class PoolAccess implements Describable<PchatPool> {

    /** The label that the shipped pipeline's management host has. */
    static final String DEFAULT_AGENT = "pchat-management";

    private static final String DEFAULT_ENCRYPT = SqlTarget.Encrypt.TRUE.word();

    private String agent = DEFAULT_AGENT;
    private String sqlCredentialsId;
    private String shellUri;
    private String shellCredentialsId;
    private String encrypt = DEFAULT_ENCRYPT;
    private boolean trustServerCertificate;
    private String primaryHostNameInCertificate;
    private String backupHostNameInCertificate;

    /** The label of the Windows agent that is the management host. */
    public String getAgent() {
        return agent;
    }

    @DataBoundSetter
    public void setAgent(String agent) {
        this.agent = Texts.text(agent, DEFAULT_AGENT);
    }

    /** The account on both instances; null for the agent's Windows account. */
    public String getSqlCredentialsId() {
        return sqlCredentialsId;
    }

    @DataBoundSetter
    public void setSqlCredentialsId(String sqlCredentialsId) {
        this.sqlCredentialsId = Util.fixEmptyAndTrim(sqlCredentialsId);
    }

    /** The address of a remote shell; null for the one that is installed on the agent. */
    public String getShellUri() {
        return shellUri;
    }

    @DataBoundSetter
    public void setShellUri(String shellUri) {
        this.shellUri = Util.fixEmptyAndTrim(shellUri);
    }

    /** The account for the remote shell; null for the agent's Windows account. */
    public String getShellCredentialsId() {
        return shellCredentialsId;
    }

    @DataBoundSetter
    public void setShellCredentialsId(String shellCredentialsId) {
        this.shellCredentialsId = Util.fixEmptyAndTrim(shellCredentialsId);
    }

    /** The driver's property {@code encrypt} for both instances: true, strict or false. */
    public String getEncrypt() {
        return encrypt;
    }

    @DataBoundSetter
    public void setEncrypt(String encrypt) {
        this.encrypt = Texts.text(encrypt, DEFAULT_ENCRYPT);
    }

    /** Whether any certificate of the two servers is accepted. */
    public boolean isTrustServerCertificate() {
        return trustServerCertificate;
    }

    @DataBoundSetter
    public void setTrustServerCertificate(boolean trustServerCertificate) {
        this.trustServerCertificate = trustServerCertificate;
    }

    /** The name the primary's certificate must have; null for its host's name. */
    public String getPrimaryHostNameInCertificate() {
        return primaryHostNameInCertificate;
    }

    @DataBoundSetter
    public void setPrimaryHostNameInCertificate(String primaryHostNameInCertificate) {
        this.primaryHostNameInCertificate = Util.fixEmptyAndTrim(primaryHostNameInCertificate);
    }

    /** The name the backup's certificate must have; null for its host's name. */
    public String getBackupHostNameInCertificate() {
        return backupHostNameInCertificate;
    }

    @DataBoundSetter
    public void setBackupHostNameInCertificate(String backupHostNameInCertificate) {
        this.backupHostNameInCertificate = Util.fixEmptyAndTrim(backupHostNameInCertificate);
    }
}
