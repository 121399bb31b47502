package io.jenkins.plugins.pchat.step;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.ExtensionList;
import hudson.model.Node;
import hudson.model.Result;
import hudson.model.Slave;
import hudson.slaves.ComputerListener;
import hudson.slaves.EnvironmentVariablesNodeProperty;
import hudson.slaves.EnvironmentVariablesNodeProperty.Entry;
import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import jenkins.slaves.restarter.JnlpSlaveRestarterInstaller;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** What a test does inside of Jenkins, which may be another process: the account, the agent's settings, one build. */
final class ControllerSide {

    private static final String JOB = "handover";

    private ControllerSide() {}

    /** Adds the SQL login and the Windows account; the lab has one password for both. */
    static void addAccounts(JenkinsRule jenkins, String password) throws Exception {
        SystemCredentialsProvider provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.GLOBAL, ManagementAgent.ACCOUNT, "", DatabaseServers.LOGIN, password));
        provider.getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.GLOBAL,
                        ManagementAgent.SHELL_ACCOUNT,
                        "",
                        DataCentres.WINDOWS_ACCOUNT,
                        password));
        provider.save();
    }

    /** Names the program that stands where {@code powershell.exe} stands. */
    static void nameShell(JenkinsRule jenkins, String program) throws Exception {
        Node agent = jenkins.jenkins.getNode(ManagementAgent.NAME);
        ((Slave) agent)
                .getNodeProperties()
                .add(new EnvironmentVariablesNodeProperty(new Entry("PCHAT_POWERSHELL", program)));
        jenkins.jenkins.save();
    }

    /** On Unix an agent starts its JVM anew before it connects again; on Windows, without a service, it doesn't. */
    static void likeOnWindows(JenkinsRule jenkins) {
        ExtensionList<ComputerListener> listeners = ExtensionList.lookup(ComputerListener.class);
        listeners.remove(listeners.get(JnlpSlaveRestarterInstaller.class));
    }

    static void begin(JenkinsRule jenkins, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, JOB);
        job.setDefinition(new CpsFlowDefinition(script, true));
        job.scheduleBuild2(0).waitForStart();
    }

    static WorkflowRun build(JenkinsRule jenkins) {
        return jenkins.jenkins.getItemByFullName(JOB, WorkflowJob.class).getBuildByNumber(1);
    }

    static void awaitLog(JenkinsRule jenkins, String text) throws Exception {
        jenkins.waitForMessage(text, build(jenkins));
    }

    /** Waits for the end of the build, and answers its log. */
    static String finish(JenkinsRule jenkins, String result) throws Exception {
        WorkflowRun build =
                jenkins.assertBuildStatus(Result.fromString(result), jenkins.waitForCompletion(build(jenkins)));
        return JenkinsRule.getLog(build);
    }
}
