package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.BuildWatcherExtension;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The agent is lost in the middle of a backup. */
@WithJenkins
class AgentLostTest {

    private static final String IN_THE_MIDDLE = "half of BACKUP DATABASE";

    @RegisterExtension
    static final BuildWatcherExtension LOGS = new BuildWatcherExtension();

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
        System.clearProperty(AgentWait.SECONDS);
        lab.close();
    }

    @Test
    void forGood(JenkinsRule jenkins) throws Exception {
        System.setProperty(AgentWait.SECONDS, "3");
        lose(jenkins, agent.handOver());
        String log = ControllerSide.finish(jenkins, "FAILURE");
        assertTrue(log.contains("[AGENT_LOST]"), log);
        assertTrue(log.contains("did not come back within 3 s"), log);
        assertFalse(log.contains("\tat "), "a stack trace:\n" + log);
    }

    @Test
    void forGoodAndTheStepIsTriedAgainOnAnother(JenkinsRule jenkins) throws Exception {
        System.setProperty(AgentWait.SECONDS, "3");
        lose(jenkins, "retry(count: 2, conditions: [agent()]) { " + agent.handOver() + " }");
        jenkins.waitForMessage("[AGENT_LOST]", ControllerSide.build(jenkins));
        agent.start(jenkins);
        handedOver(jenkins, 2);
    }

    /** Its JVM is a new one, so its connection to SQL Server is gone, and with it the backup that was half done. */
    @Test
    void brieflyWithItsProcess(JenkinsRule jenkins) throws Exception {
        lose(jenkins, agent.handOver());
        agent.start(jenkins);
        handedOver(jenkins, 2);
    }

    /** Its JVM lives on, and the backup in it. */
    @Test
    void brieflyWithItsConnectionAlone(JenkinsRule jenkins) throws Exception {
        ControllerSide.likeOnWindows(jenkins);
        agent.create(jenkins);
        Hold hold = lab.faults().holds().at(IN_THE_MIDDLE);
        ControllerSide.begin(jenkins, agent.handOver());
        hold.awaitReached();
        jenkins.jenkins.getComputer(ManagementAgent.NAME).getChannel().close();
        jenkins.waitForMessage("looks what has become of its work", ControllerSide.build(jenkins));
        hold.release();
        handedOver(jenkins, 1);
    }

    private void lose(JenkinsRule jenkins, String script) throws Exception {
        agent.create(jenkins);
        Hold hold = lab.faults().holds().at(IN_THE_MIDDLE);
        ControllerSide.begin(jenkins, script);
        hold.awaitReached();
        agent.kill(jenkins);
    }

    private void handedOver(JenkinsRule jenkins, int backups) throws Exception {
        String log = ControllerSide.finish(jenkins, "SUCCESS");
        assertTrue(log.contains("handed over by "), log);
        assertEquals(
                backups,
                lab.journal()
                        .entries(entry -> entry.isOfAStep()
                                && entry.kind() == Journal.Kind.WRITE
                                && entry.text().startsWith("BACKUP DATABASE"))
                        .size(),
                log);
        assertEquals("ONLINE, FULL", new EndState(lab).state(lab.servers().primary(), "mgc"));
        agents.stop(jenkins, ManagementAgent.NAME);
    }
}
