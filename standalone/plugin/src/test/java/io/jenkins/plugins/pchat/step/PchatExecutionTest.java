package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.AbortException;
import hudson.model.Result;
import io.jenkins.plugins.pchat.agent.Probe;
import io.jenkins.plugins.pchat.agent.SqlWork;
import io.jenkins.plugins.pchat.agent.TestAgent;
import io.jenkins.plugins.standalone.CredentialStore;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PchatExecutionTest {

    @TempDir
    private Path folder;

    private TestAgent agent;
    private TestContext context;

    @BeforeEach
    void aBuildOnAnAgent() throws Exception {
        CredentialStore.clear();
        Probe.waiting = new CountDownLatch(1);
        Probe.released = false;
        on("win1");
    }

    @AfterEach
    void endWhatWaits() {
        Probe.released = true;
        CredentialStore.clear();
    }

    private void on(String node) throws Exception {
        agent = new TestAgent(node, folder);
        context = new TestContext(agent);
    }

    private PchatExecution start(Probe.Kind kind, boolean dryRun) throws Exception {
        PchatExecution execution =
                new PchatExecution(context, "probe", new SqlWork(new Probe(kind), List.of()), dryRun);
        assertFalse(execution.start(), "it works in the background");
        return execution;
    }

    @Test
    void givesTheOutcomeToThePipeline() throws Exception {
        start(Probe.Kind.EXECUTES, false);
        assertTrue(context.result().isChanged());
        assertEquals("ONLINE", context.result().getState());
    }

    @Test
    void aDryRunGivesThePlan() throws Exception {
        start(Probe.Kind.EXECUTES, true);
        assertFalse(context.result().isChanged());
        assertEquals("1. On X: change it", context.result().getPlan().get(0));
    }

    @Test
    void aFailureIsItsMessageAndNoStackTrace() throws Exception {
        start(Probe.Kind.FAILS, false);
        Throwable failure = context.failure();
        assertEquals(AbortException.class, failure.getClass());
        assertNull(failure.getCause());
        assertTrue(failure.getMessage().startsWith("[REFUSED] It can't be."), failure.getMessage());
        assertTrue(failure.getMessage().contains("State left: as it was seen"), failure.getMessage());
    }

    @Test
    void whatNobodyForesawKeepsItsStackTrace() throws Exception {
        start(Probe.Kind.CRASHES, false);
        assertInstanceOf(IllegalStateException.class, context.failure());
    }

    @Test
    void theBuiltInNodeIsRefused() throws Exception {
        on("");
        start(Probe.Kind.EXECUTES, false);
        assertTrue(context.failure().getMessage().contains("never runs on the controller"));
    }

    @Test
    void aMissingCredentialFailsBeforeTheAgentIsAsked() throws Exception {
        agent.channel.close();
        var work = new SqlWork(new Probe(Probe.Kind.EXECUTES, "sqla"), List.of("nobody"));
        new PchatExecution(context, "probe", work, false).start();
        assertTrue(context.failure().getMessage().contains("no credential 'nobody'"));
    }

    @Test
    void anAbortEndsTheStepAfterTheStateLeftIsInTheLog() throws Exception {
        PchatExecution execution = start(Probe.Kind.WAITS, false);
        assertTrue(Probe.waiting.await(30, TimeUnit.SECONDS));
        var aborted = new FlowInterruptedException(Result.ABORTED, true);
        execution.stop(aborted);
        assertSame(aborted, context.failure());
        assertTrue(agent.log().contains("State left: as it was seen"), agent.log());
    }

    @Test
    void aSecondAbortEndsTheStepAtOnce() throws Exception {
        PchatExecution execution = start(Probe.Kind.IGNORES_INTERRUPTS, false);
        assertTrue(Probe.waiting.await(30, TimeUnit.SECONDS));
        execution.stop(new FlowInterruptedException(Result.ABORTED, true));
        assertFalse(context.hasAnswer(), "the first abort waits for the agent");
        var again = new FlowInterruptedException(Result.ABORTED, true);
        execution.stop(again);
        assertSame(again, context.failure());
    }

    @Test
    void keepsNoSecretAndNothingLiveOverARestart() throws Exception {
        CredentialStore.add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "dr", "", "sa", "s3cret"));
        BackupDbStep step = new BackupDbStep("localhost,1", Steps.SHARE);
        step.setCredentialsId("dr");
        var execution = step.start(context);
        execution.start();
        assertInstanceOf(AbortException.class, context.failure());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(execution);
        }
        String kept = bytes.toString(StandardCharsets.ISO_8859_1);
        assertFalse(kept.contains("s3cret"), "the password");
        assertFalse(kept.contains("BackupDbStep"), "the step");
        assertTrue(kept.contains("failback#" + context.run.getNumber() + "-7"), "the operation id");
        assertEquals(1, CredentialStore.uses().size());
        assertFalse(agent.log().contains("s3cret"));
    }
}
