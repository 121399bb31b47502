package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Result;
import hudson.model.Slave;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Somebody who may write a pipeline, and nothing else, tries to make Jenkins or its agent connect where and how he wants. */
@WithJenkins
class HostilePipelineTest {

    /** Whoever connects to it is found in its queue. */
    private ServerSocket trap;

    @BeforeEach
    void setTrap() throws Exception {
        trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        trap.setSoTimeout(1);
    }

    @AfterEach
    void closeTrap() throws Exception {
        trap.close();
    }

    @Test
    void putsPropertiesOfTheDriverIntoTheNameOfAnInstance(JenkinsRule jenkins) throws Exception {
        Slave agent = jenkins.createOnlineSlave();
        String here = "localhost," + trap.getLocalPort();
        List<String> instances = List.of(
                here + ";trustStore=/etc/passwd",
                here + ";socketFactoryClass=java.lang.Object",
                here + ";trustServerCertificate=true",
                here + "?encrypt=false",
                "localhost;portNumber=" + trap.getLocalPort(),
                "localhost:" + trap.getLocalPort(),
                "jdbc:sqlserver://localhost:" + trap.getLocalPort(),
                "//localhost:" + trap.getLocalPort() + "/x",
                "localhost\\\\RTC;serverName=evil.example.com",
                "localhost\\n," + trap.getLocalPort(),
                "{localhost}," + trap.getLocalPort());
        for (String instance : instances) {
            String log = refused(jenkins, agent.getNodeName(), "pchatRemoveMirroring(instance: '" + instance + "')");
            assertTrue(log.contains("[INVALID]"), instance + "\n" + log);
            assertTrue(log.contains("nothing was contacted"), instance + "\n" + log);
        }
    }

    @Test
    void givesAnAddressWhereAShareIsWanted(JenkinsRule jenkins) throws Exception {
        Slave agent = jenkins.createOnlineSlave();
        String instance = "localhost," + trap.getLocalPort();
        for (String share :
                List.of("http://localhost/x", "\\\\\\\\nas\\\\pchat\\\\..", "..", "\\\\\\\\nas\\\\pchat|x")) {
            String log = refused(
                    jenkins,
                    agent.getNodeName(),
                    "pchatBackupDb(instance: '" + instance + "', share: '" + share + "')");
            assertTrue(log.contains("[INVALID]"), share + "\n" + log);
        }
    }

    @Test
    void namesAnotherShellThanThePools(JenkinsRule jenkins) throws Exception {
        Slave agent = jenkins.createOnlineSlave();
        for (String uri : List.of(
                "http://localhost:" + trap.getLocalPort() + "/OcsPowershell",
                "file:///etc/passwd",
                "https://localhost/x\\'; calc.exe; \\'")) {
            String log = refused(
                    jenkins,
                    agent.getNodeName(),
                    "pchatClearActiveServers(pool: 'pool.example.com', shellUri: '" + uri + "')");
            assertTrue(log.contains("[INVALID]"), uri + "\n" + log);
        }
    }

    @Test
    void runsAStepOnTheController(JenkinsRule jenkins) throws Exception {
        String log =
                refused(jenkins, "built-in", "pchatRemoveMirroring(instance: 'localhost," + trap.getLocalPort() + "')");
        assertTrue(log.contains("never runs on the controller"), log);
        refused(jenkins, "built-in", "pchatClearActiveServers('pool.example.com')");
    }

    private String refused(JenkinsRule jenkins, String node, String step) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("node('" + node + "') { " + step + " }", true));
        WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        String log = JenkinsRule.getLog(build);
        assertThrows(SocketTimeoutException.class, trap::accept, "somebody connected:\n" + log);
        assertFalse(log.contains("\tat "), "a stack trace:\n" + log);
        return log;
    }
}
