package io.jenkins.plugins.pchat.step;

import hudson.Util;
import io.jenkins.plugins.pchat.agent.SqlWork;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.Collections;
import org.kohsuke.stapler.DataBoundSetter;

/** What the steps on SQL Server have in common: how to connect. */
public abstract class SqlStep extends PchatStep {

    private String encrypt = SqlTarget.Encrypt.TRUE.word();
    private boolean trustServerCertificate;
    private String hostNameInCertificate;

    /** The driver's property {@code encrypt}: true, strict or false. */
    public String getEncrypt() {
        return encrypt;
    }

    @DataBoundSetter
    public void setEncrypt(String encrypt) {
        this.encrypt = text(encrypt, SqlTarget.Encrypt.TRUE.word());
    }

    /** Whether any certificate of the server is accepted. */
    public boolean isTrustServerCertificate() {
        return trustServerCertificate;
    }

    @DataBoundSetter
    public void setTrustServerCertificate(boolean trustServerCertificate) {
        this.trustServerCertificate = trustServerCertificate;
    }

    /** The name the server's certificate must have; null for the host's name. */
    public String getHostNameInCertificate() {
        return hostNameInCertificate;
    }

    @DataBoundSetter
    public void setHostNameInCertificate(String hostNameInCertificate) {
        this.hostNameInCertificate = Util.fixEmptyAndTrim(hostNameInCertificate);
    }

    /** The work of a step whose account logs in to all of its instances. */
    final SqlWork work(SqlRequest request) {
        return new SqlWork(request, Collections.nCopies(request.targets().size(), getCredentialsId()));
    }

    SqlTarget target(String instance) {
        return target(instance, hostNameInCertificate);
    }

    SqlTarget target(String instance, String certificate) {
        return new SqlTarget(
                Util.fixEmptyAndTrim(instance), SqlTarget.Encrypt.of(encrypt), trustServerCertificate, certificate);
    }
}
