package io.jenkins.plugins.pchat.step;

import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import io.jenkins.plugins.pchat.lab.wire.LabCertificate;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension.Options;

/**
 * What an administrator sets up before a failback: the account, and the management host as an agent, a process of its own whose Java trusts
 * the servers' certificate.
 */
final class ManagementAgent {

    static final String NAME = "pchat-management";
    static final String ACCOUNT = "sql-lab";
    static final String SHELL_ACCOUNT = "shell-lab";

    private final DataCentres lab;
    private final InboundAgentExtension agents;
    private final Options options;

    ManagementAgent(DataCentres lab, InboundAgentExtension agents) {
        this.lab = lab;
        this.agents = agents;
        this.options = Options.newBuilder()
                .name(NAME)
                .label(NAME)
                .webSocket()
                .javaOptions(
                        "-Djavax.net.ssl.trustStore=" + lab.servers().trustStore(),
                        "-Djavax.net.ssl.trustStorePassword=" + LabCertificate.TRUST_STORE_PASSWORD)
                .build();
    }

    /** Adds the account, and the agent, which connects. */
    void create(JenkinsRule jenkins) throws Exception {
        ControllerSide.addAccounts(jenkins, lab.password());
        agents.createAgent(jenkins, options);
        ControllerSide.nameShell(jenkins, lab.shellProgram().toString());
    }

    /** Starts its process again. */
    void start(JenkinsRule jenkins) throws Exception {
        agents.start(jenkins, options);
    }

    /** Ends its process at once, as a crash of the host would, and waits until Jenkins has noticed. */
    void kill(JenkinsRule jenkins) throws Exception {
        agents.stop(jenkins, NAME);
    }

    /** Hands the lab's database over, which users have left: mirroring removed, backed up, restored on the primary. */
    String handOver() throws InterruptedException {
        lab.sendUsersAway();
        return """
                node('%s') {
                    pchatRemoveMirroring(instance: '%s', credentialsId: '%s')
                    def backup = pchatBackupDb(instance: '%2$s', share: '%s', credentialsId: '%3$s')
                    def restored = pchatRestoreDb(instance: '%s', backup: backup.path, source: backup.details.server, credentialsId: '%3$s')
                    echo "handed over by ${backup.path}: ${restored.state}"
                }
                """.formatted(
                        NAME,
                        lab.servers().backupAddress(),
                        ACCOUNT,
                        DatabaseServers.SHARE.replace("\\", "\\\\"),
                        lab.servers().primaryAddress());
    }

    Options options() {
        return options;
    }
}
