package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.LabSettings;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Holds.Hold;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** Where a password could be left, and isn't. */
class SecretsTest {

    @RegisterExtension
    private final RealJenkinsExtension jenkins = new RealJenkinsExtension().withTimeout(900);

    @RegisterExtension
    private final InboundAgentExtension agents = new InboundAgentExtension();

    private DataCentres lab;
    private ManagementAgent agent;

    @BeforeEach
    void startLab() throws Exception {
        lab = DataCentres.start(LabSettings.of(200));
        agent = new ManagementAgent(lab, agents);
    }

    @AfterEach
    void stopLab() throws Exception {
        lab.close();
    }

    @Test
    void noFileOfJenkinsHoldsThePasswordWhileAStepWorksNorAfterAKillNorInTheEnd() throws Throwable {
        start();
        Hold hold = lab.faults().holds().at("half of BACKUP DATABASE");
        jenkins.runRemotely(ControllerSide::begin, agent.handOver());
        hold.awaitReached();
        nothingOnDisk();
        jenkins.stopJenkinsForcibly();
        nothingOnDisk();
        jenkins.startJenkins();
        jenkins.runRemotely(ControllerSide::awaitLog, "looks what has become of its work");
        nothingOnDisk();
        hold.release();
        String log = jenkins.runRemotely(ControllerSide::finish, "SUCCESS");
        assertFalse(log.contains(lab.password()), log);
        jenkins.stopJenkins();
        nothingOnDisk();
    }

    @Test
    void aRefusedLoginDoesNotTellThePassword() throws Throwable {
        start();
        lab.faults().arm(Fault.LOGIN_REFUSED);
        jenkins.runRemotely(ControllerSide::begin, agent.handOver());
        String log = jenkins.runRemotely(ControllerSide::finish, "FAILURE");
        assertTrue(log.contains("18456"), log);
        assertFalse(log.contains(lab.password()), log);
        nothingOnDisk();
    }

    @Test
    void powerShellIsGivenThePasswordOnItsInputAndNotInItsArguments() throws Throwable {
        start();
        Hold hold = lab.faults().holds().at("cmdlet Get-");
        jenkins.runRemotely(
                ControllerSide::begin,
                "node('" + ManagementAgent.NAME + "') { pchatClearActiveServers(pool: '"
                        + lab.topology().pool() + "', shellUri: 'https://"
                        + lab.topology().pool() + "/OcsPowershell', credentialsId: '" + ManagementAgent.SHELL_ACCOUNT
                        + "') }");
        hold.awaitReached();
        List<String> commands = ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .toList();
        hold.release();
        assertTrue(
                commands.stream().anyMatch(command -> command.contains("-NonInteractive")),
                "the shell runs: " + commands);
        assertEquals(
                List.of(),
                commands.stream()
                        .filter(command -> command.contains(lab.password()))
                        .toList());
        String log = jenkins.runRemotely(ControllerSide::finish, "SUCCESS");
        assertFalse(log.contains(lab.password()), log);
        nothingOnDisk();
    }

    private void start() throws Throwable {
        jenkins.startJenkins();
        jenkins.runRemotely(ControllerSide::addAccounts, lab.password());
        jenkins.runRemotely(ControllerSide::likeOnWindows);
        agents.createAgent(jenkins, agent.options());
        jenkins.runRemotely(ControllerSide::nameShell, lab.shellProgram().toString());
    }

    private void nothingOnDisk() throws IOException {
        SecretSearch search = new SecretSearch(jenkins.getHome().toPath());
        assertEquals(List.of(), search.filesWith(lab.password()));
        assertFalse(search.filesWith(ManagementAgent.NAME).isEmpty(), "the search finds what is there");
    }
}
