package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Item;
import hudson.model.Result;
import hudson.model.Slave;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Who may use an account, and who may ask a form. */
@WithJenkins
class PermissionsTest {

    private static final String SECRET = "not-used-28";

    @Test
    void aBuildUsesTheAccountsOfItsFolderAndTheirUseIsTracked(JenkinsRule jenkins) throws Exception {
        Folder folder = jenkins.createProject(Folder.class, "ours");
        UsernamePasswordCredentialsImpl account = addAccount(folder);
        WorkflowJob job = job(jenkins, folder);
        String log = JenkinsRule.getLog(jenkins.buildAndAssertStatus(Result.FAILURE, job));
        assertTrue(log.contains("[CONNECT]"), "it came as far as connecting:\n" + log);
        var fingerprint = CredentialsProvider.getFingerprintOf(account);
        assertNotNull(fingerprint);
        assertTrue(
                fingerprint.getJobs().contains(job.getFullName()),
                fingerprint.getJobs().toString());
    }

    @Test
    void aBuildDoesNotFindTheAccountsOfAnotherFolder(JenkinsRule jenkins) throws Exception {
        addAccount(jenkins.createProject(Folder.class, "theirs"));
        WorkflowJob job = job(jenkins, jenkins.createProject(Folder.class, "ours"));
        String log = JenkinsRule.getLog(jenkins.buildAndAssertStatus(Result.FAILURE, job));
        assertTrue(log.contains("[INVALID]") && log.contains("There is no credential"), log);
        assertTrue(log.contains("nothing was contacted"), log);
    }

    @Test
    void aFormAnswersNobodyByGet(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = protectedJob(jenkins);
        for (String method : new String[] {"checkInstance?value=x", "fillCredentialsIdItems", "fillEncryptItems"}) {
            assertEquals(404, ask(jenkins, job, HttpMethod.GET, method, "admin").getStatusCode(), method);
        }
    }

    @Test
    void aReaderIsToldNoAccount(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = protectedJob(jenkins);
        String all = ask(jenkins, job, HttpMethod.POST, "fillCredentialsIdItems", "admin")
                .getContentAsString();
        assertTrue(all.contains(ManagementAgent.ACCOUNT), all);
        String few = ask(jenkins, job, HttpMethod.POST, "fillCredentialsIdItems?credentialsId=mine", "reader")
                .getContentAsString();
        assertFalse(few.contains(ManagementAgent.ACCOUNT), few);
        assertTrue(few.contains("mine"), few);
    }

    private static WebResponse ask(JenkinsRule jenkins, WorkflowJob job, HttpMethod verb, String method, String user)
            throws Exception {
        String descriptor = "descriptorByName/" + BackupDbStep.class.getName() + "/";
        try (JenkinsRule.WebClient browser = jenkins.createWebClient()
                .withThrowExceptionOnFailingStatusCode(false)
                .login(user)) {
            WebRequest request = new WebRequest(new URL(jenkins.getURL(), job.getUrl() + descriptor + method), verb);
            return browser.getPage(verb == HttpMethod.POST ? browser.addCrumb(request) : request)
                    .getWebResponse();
        }
    }

    private static WorkflowJob protectedJob(JenkinsRule jenkins) throws Exception {
        ControllerSide.addAccounts(jenkins, SECRET);
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader"));
        return jenkins.createProject(WorkflowJob.class, "failback");
    }

    private static UsernamePasswordCredentialsImpl addAccount(Folder folder) throws Exception {
        UsernamePasswordCredentialsImpl account = new UsernamePasswordCredentialsImpl(
                CredentialsScope.GLOBAL, ManagementAgent.ACCOUNT, "", "user", SECRET);
        for (CredentialsStore store : CredentialsProvider.lookupStores(folder)) {
            if (store.getContext() == folder) {
                store.addCredentials(Domain.global(), account);
            }
        }
        return account;
    }

    /** A job whose step finds nobody behind the instance's address. */
    private static WorkflowJob job(JenkinsRule jenkins, Folder folder) throws Exception {
        Slave agent = jenkins.createOnlineSlave();
        WorkflowJob job = folder.createProject(WorkflowJob.class, "failback");
        job.setDefinition(new CpsFlowDefinition(
                "node('" + agent.getNodeName() + "') { pchatRemoveMirroring(instance: 'localhost," + closedPort()
                        + "', credentialsId: '" + ManagementAgent.ACCOUNT + "') }",
                true));
        return job;
    }

    private static int closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
