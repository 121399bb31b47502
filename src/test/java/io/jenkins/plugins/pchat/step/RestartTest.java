package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.EndState;
import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.LabSettings;
import io.jenkins.plugins.pchat.lab.fault.Holds.Hold;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** Jenkins is killed in the middle of a step, like a machine that loses its power, and started again. */
class RestartTest {

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

    /** What ran on SQL Server ended with the agent's connection. */
    @ParameterizedTest
    @CsvSource({
        "login of pchat-failback, 1, 1",
        "half of BACKUP DATABASE, 2, 1",
        "begin RESTORE VERIFYONLY, 1, 1",
        "half of RESTORE DATABASE, 1, 2"
    })
    void theAgentWentDownWithIt(String moment, int backups, int restores) throws Throwable {
        Hold hold = killAt(moment);
        agents.stop(ManagementAgent.NAME);
        hold.release();
        jenkins.startJenkins();
        agents.start(jenkins, agent.options());
        handedOver(backups, restores);
    }

    /** What ran on SQL Server runs on, and is followed to its end. */
    @ParameterizedTest
    @CsvSource({"half of BACKUP DATABASE", "half of RESTORE DATABASE"})
    void theAgentLivedOn(String moment) throws Throwable {
        Hold hold = killAt(moment);
        jenkins.startJenkins();
        jenkins.runRemotely(ControllerSide::awaitLog, "looks what has become of its work");
        hold.release();
        handedOver(1, 1);
    }

    /** What ran on SQL Server has come to its end before Jenkins is back. */
    @Test
    void theBackupWasTakenWhileJenkinsWasAway() throws Throwable {
        Hold hold = killAt("half of BACKUP DATABASE");
        hold.release();
        jenkins.startJenkins();
        handedOver(1, 1);
    }

    private Hold killAt(String moment) throws Throwable {
        jenkins.startJenkins();
        jenkins.runRemotely(ControllerSide::addAccounts, lab.password());
        jenkins.runRemotely(ControllerSide::likeOnWindows);
        agents.createAgent(jenkins, agent.options());
        jenkins.runRemotely(ControllerSide::nameShell, lab.shellProgram().toString());
        Hold hold = lab.faults().holds().at(moment);
        jenkins.runRemotely(ControllerSide::begin, agent.handOver());
        hold.awaitReached();
        jenkins.stopJenkinsForcibly();
        return hold;
    }

    private void handedOver(int backups, int restores) throws Throwable {
        String log = jenkins.runRemotely(ControllerSide::finish, "SUCCESS");
        assertTrue(log.contains("Jenkins was restarted."), log);
        assertTrue(log.contains("handed over by "), log);
        EndState end = new EndState(lab);
        assertEquals("ONLINE, FULL", end.state(lab.servers().primary(), "mgc"), log);
        assertEquals(backups, executed("BACKUP DATABASE [mgc]"), log);
        assertEquals(restores, executed("RESTORE DATABASE [mgc]"), log);
    }

    private int executed(String statement) {
        return lab.journal()
                .entries(entry -> entry.kind() == Journal.Kind.WRITE
                        && entry.isOfAStep()
                        && entry.text().contains(statement))
                .size();
    }
}
