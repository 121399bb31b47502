package io.jenkins.plugins.pchat.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Item;
import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import io.jenkins.plugins.pchat.lab.LabSettings;
import jenkins.model.Jenkins;
import org.htmlunit.WebResponse;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Who sees the record of a build, and what is left of it after a restart. */
class RecordOnJenkinsTest {

    private static final String ACCOUNT = "sql-lab";
    private static final String JOB = "failback";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private DataCentres lab;

    @BeforeEach
    void startLab() throws Exception {
        lab = DataCentres.start(LabSettings.of(50));
    }

    @AfterEach
    void stopLab() throws Exception {
        lab.close();
    }

    @Test
    void whoMayReadTheBuildReadsItsRecordAndNobodyElseSeesThatThereIsOne() throws Throwable {
        sessions.then(jenkins -> {
            WorkflowRun build = build(jenkins);
            people(jenkins);
            for (String page : new String[] {"", "json"}) {
                WebResponse shown = get(jenkins, build, page, "reader");
                assertEquals(200, shown.getStatusCode(), page);
                assertTrue(
                        shown.getContentAsString()
                                .contains(DatabaseServers.BACKUP.replace("\\", page.isEmpty() ? "\\" : "\\\\")),
                        page);
                assertFalse(shown.getContentAsString().contains(lab.password()), page);
                assertEquals(404, get(jenkins, build, page, "outsider").getStatusCode(), page);
            }
        });
    }

    @Test
    void theRecordIsThereAfterARestart() throws Throwable {
        sessions.then(jenkins -> {
            WorkflowRun build = build(jenkins);
            assertTrue(build.getAction(FailbackAction.class).getJson().contains("pchatRemoveMirroring"));
        });
        sessions.then(jenkins -> {
            WorkflowRun build =
                    jenkins.jenkins.getItemByFullName(JOB, WorkflowJob.class).getBuildByNumber(1);
            FailbackAction record = build.getAction(FailbackAction.class);
            assertNotNull(record);
            assertEquals(null, record.getUnreadable());
            assertTrue(record.getJson().contains("pchatRemoveMirroring"), record.getJson());
        });
    }

    private WorkflowRun build(JenkinsRule jenkins) throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.GLOBAL, ACCOUNT, "", DatabaseServers.LOGIN, lab.password()));
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, JOB);
        job.setDefinition(new CpsFlowDefinition(
                "node('" + jenkins.createOnlineSlave().getNodeName() + "') { pchatRemoveMirroring(instance: '"
                        + lab.servers().backupAddress() + "', credentialsId: '" + ACCOUNT
                        + "', trustServerCertificate: true) }",
                true));
        return jenkins.buildAndAssertSuccess(job);
    }

    private static void people(JenkinsRule jenkins) {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader")
                .grant(Jenkins.READ)
                .everywhere()
                .to("outsider"));
    }

    private static WebResponse get(JenkinsRule jenkins, WorkflowRun build, String page, String user) throws Exception {
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()
                .withThrowExceptionOnFailingStatusCode(false)
                .login(user)) {
            browser.getOptions().setJavaScriptEnabled(false);
            return browser.goTo(build.getUrl() + "pchat-failback/" + page, null).getWebResponse();
        }
    }
}
