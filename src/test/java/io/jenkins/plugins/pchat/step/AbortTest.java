package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.LabSettings;
import io.jenkins.plugins.pchat.lab.fault.Holds.Hold;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.BuildWatcherExtension;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A build is aborted while a statement runs. */
@WithJenkins
class AbortTest {

    /** Pipeline itself takes a step down after that. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RegisterExtension
    static final BuildWatcherExtension LOGS = new BuildWatcherExtension();

    @RegisterExtension
    private final InboundAgentExtension agents = new InboundAgentExtension();

    private DataCentres lab;

    @BeforeEach
    void startLab() throws Exception {
        lab = DataCentres.start(LabSettings.of(200));
    }

    @AfterEach
    void stopLab() throws Exception {
        lab.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "login of pchat-failback | as it was",
                "half of BACKUP DATABASE | mgc: ONLINE",
                "begin RESTORE VERIFYONLY | mgc: ONLINE",
                "half of RESTORE DATABASE | mgc: RESTORING"
            })
    void endsInTimeAndSaysWhatIsLeft(String moment, String left, JenkinsRule jenkins) throws Exception {
        ManagementAgent agent = new ManagementAgent(lab, agents);
        agent.create(jenkins);
        Hold hold = lab.faults().holds().at(moment);
        ControllerSide.begin(jenkins, agent.handOver());
        hold.awaitReached();

        long begun = System.nanoTime();
        ControllerSide.build(jenkins).doStop();
        String log = ControllerSide.finish(jenkins, "ABORTED");
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertTrue(took.compareTo(LIMIT) < 0, "stopped only after " + took + "\n" + log);
        assertTrue(log.contains("State left:"), log);
        String told = log.substring(log.indexOf("State left:"));
        assertTrue(told.contains(left), "no '" + left + "' at the end of:\n" + log);
        agents.stop(jenkins, ManagementAgent.NAME);
    }
}
