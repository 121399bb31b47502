package io.jenkins.plugins.pchat.step;

import hudson.Util;
import io.jenkins.plugins.pchat.engine.database.DatabaseName;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.Arrays;
import java.util.List;
import org.kohsuke.stapler.DataBoundSetter;

/** What the steps on both ends of log shipping have in common: the two instances, what is shipped between them, and who logs in where. */
public abstract class BothEndsStep extends LogShippingStep {

    private final String primary;
    private final String secondary;
    private final String share;
    private final String copyDirectory;
    private String database = DatabaseName.MGC;
    private String secondaryCredentialsId;
    private String secondaryHostNameInCertificate;

    BothEndsStep(String primary, String secondary, String share, String copyDirectory) {
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

    /** One for each end, the primary's first. */
    final List<String> accounts() {
        return Arrays.asList(
                getCredentialsId(), secondaryCredentialsId == null ? getCredentialsId() : secondaryCredentialsId);
    }

    final SqlTarget secondaryTarget() {
        return target(secondary, secondaryHostNameInCertificate);
    }
}
