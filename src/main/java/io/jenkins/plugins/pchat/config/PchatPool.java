package io.jenkins.plugins.pchat.config;

import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.pchat.form.Checks;
import io.jenkins.plugins.pchat.form.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A Persistent Chat pool with all that its failback needs to know, under a name. */
public final class PchatPool extends PoolAccess {

    private final String name;
    private final String pool;
    private final String primary;
    private final String backup;
    private final String share;
    private final String copyDirectory;
    private final List<String> activeServers;
    private String approvers;

    @DataBoundConstructor
    public PchatPool(
            String name,
            String pool,
            String primary,
            String backup,
            String share,
            String copyDirectory,
            List<String> activeServers) {
        this.name = Util.fixEmptyAndTrim(name);
        this.pool = Util.fixEmptyAndTrim(pool);
        this.primary = Util.fixEmptyAndTrim(primary);
        this.backup = Util.fixEmptyAndTrim(backup);
        this.share = Util.fixEmptyAndTrim(share);
        this.copyDirectory = Util.fixEmptyAndTrim(copyDirectory);
        // A plain list: Jenkins writes it to its configuration file, and reads it again.
        this.activeServers = new ArrayList<>(Texts.names(activeServers));
    }

    public String getName() {
        return name;
    }

    /** The pool's FQDN. */
    public String getPool() {
        return pool;
    }

    /** The rebuilt SQL Server instance in the primary data centre. */
    public String getPrimary() {
        return primary;
    }

    /** The SQL Server instance that serves the users after a failover. */
    public String getBackup() {
        return backup;
    }

    /** The log shipping share as a UNC path. */
    public String getShare() {
        return share;
    }

    /** The folder on the backup instance's host that log backups are copied to. */
    public String getCopyDirectory() {
        return copyDirectory;
    }

    /** Who accepts clients after the failback. */
    public List<String> getActiveServers() {
        return activeServers == null ? List.of() : Collections.unmodifiableList(activeServers);
    }

    /** Users and groups who may answer the failback's questions, with commas between them; null for everybody who may build the job. */
    public String getApprovers() {
        return approvers;
    }

    @DataBoundSetter
    public void setApprovers(String approvers) {
        this.approvers = Util.fixEmptyAndTrim(approvers);
    }

    /** What the steps would refuse of it; empty when they would take it. Configuration as Code can set what a form would complain of. */
    public List<String> problems() {
        return Stream.of(
                        Checks.pool(pool),
                        Checks.instance(primary),
                        Checks.instance(backup, primary),
                        Checks.share(share),
                        Checks.copyDirectory(copyDirectory),
                        Checks.servers(Texts.lines(getActiveServers())),
                        Checks.shellUri(getShellUri()),
                        Checks.shellAccount(getShellCredentialsId(), getShellUri()),
                        Checks.encryption(getEncrypt()))
                .filter(check -> check.kind == FormValidation.Kind.ERROR)
                .map(FormValidation::getMessage)
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "pool '" + name + "'";
    }

    /** The descriptor. */
    @Extension
    public static final class DescriptorImpl extends PchatPoolDescriptor {

        @Override
        public String getDisplayName() {
            return Messages.PchatPool_displayName();
        }
    }
}
