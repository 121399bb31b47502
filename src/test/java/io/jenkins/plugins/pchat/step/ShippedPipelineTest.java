package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsParameterValue;
import hudson.model.Item;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.StringParameterValue;
import hudson.model.TextParameterValue;
import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import io.jenkins.plugins.pchat.lab.EndState;
import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.LabSettings;
import io.jenkins.plugins.pchat.lab.ShippedPipeline;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.BuildWatcherExtension;
import org.jvnet.hudson.test.junit.jupiter.InboundAgentExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The pipeline that users copy, whole and in the sandbox, with its approvals. */
@WithJenkins
class ShippedPipelineTest {

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

    @Test
    void failsThePoolBackOnceItIsApprovedByWhoMayAndThenFindsNothingToDo(JenkinsRule jenkins) throws Exception {
        new ManagementAgent(lab, agents).create(jenkins);
        people(jenkins);
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "failback");
        job.setDefinition(new CpsFlowDefinition(ShippedPipeline.text(), true));

        WorkflowRun build = job.scheduleBuild2(0, parameters()).waitForStart();
        Approvals approvals = new Approvals(jenkins, build);
        InputStepExecution first = approvals.next();
        assertEquals(
                List.of(),
                lab.journal()
                        .entries(entry -> entry.isOfAStep()
                                && !entry.text().contains("BACKUP DATABASE [model]")
                                && !entry.text().contains("xp_create_subdir")),
                "before the first approval, but for the probes of the preflight");
        assertNotEquals(200, approvals.forge(first, "reader"));
        assertTrue(!first.isSettled(), "the question is still there");
        List<String> asked = approvals.approveAll("dba");
        jenkins.assertBuildStatusSuccess(build);
        assertEquals(8, asked.size(), "six approvals and two points of no return: " + asked);
        jenkins.assertLogContains("approved by dba", build);
        jenkins.assertLogContains("steps finished by this build: 7 of 7", build);
        assertEquals(List.of(), new EndState(lab).wrong(lab.topology().primaryComputers()));

        int writes = lab.journal().entries(Journal.Entry::isOfAStep).size();
        WorkflowRun again = job.scheduleBuild2(0, parameters()).waitForStart();
        assertEquals(List.of(), new Approvals(jenkins, again).approveAll("dba"), "asked although nothing was to do");
        jenkins.assertBuildStatusSuccess(again);
        // The verification runs each of the three jobs of log shipping once.
        assertEquals(writes + 3, lab.journal().entries(Journal.Entry::isOfAStep).size());
    }

    private static void people(JenkinsRule jenkins) {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader")
                .grant(Jenkins.READ, Item.READ, Item.BUILD, Item.CANCEL)
                .everywhere()
                .to("dba"));
    }

    /** As the form of the job would send them. */
    private ParametersAction parameters() {
        List<ParameterValue> values = List.of(
                new StringParameterValue("POOL", lab.topology().pool()),
                new StringParameterValue("PRIMARY", lab.servers().primaryAddress()),
                new StringParameterValue("BACKUP", lab.servers().backupAddress()),
                new StringParameterValue("SHARE", DatabaseServers.SHARE),
                new StringParameterValue("COPY_DIRECTORY", DatabaseServers.COPY_DIRECTORY),
                new TextParameterValue(
                        "ACTIVE_SERVERS", String.join("\n", lab.topology().primaryComputers())),
                new CredentialsParameterValue("SQL_CREDENTIALS", ManagementAgent.ACCOUNT, null),
                new StringParameterValue("AGENT", ManagementAgent.NAME),
                new StringParameterValue("APPROVERS", "dba"));
        return new ParametersAction(
                values, values.stream().map(ParameterValue::getName).toList());
    }
}
