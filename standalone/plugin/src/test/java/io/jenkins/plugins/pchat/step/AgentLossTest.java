package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.AbortException;
import hudson.model.Result;
import hudson.remoting.Channel;
import io.jenkins.plugins.pchat.agent.Probe;
import io.jenkins.plugins.pchat.agent.SqlWork;
import io.jenkins.plugins.pchat.agent.TestAgent;
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

/** What a step does when its agent or its controller goes away in the middle. */
@Timeout(60)
class AgentLossTest {

    @TempDir
    private Path folder;

    private TestAgent agent;
    private TestContext context;

    @BeforeEach
    void aBuildOnAnAgent() throws Exception {
        Probe.waiting = new CountDownLatch(1);
        Probe.released = false;
        agent = new TestAgent("win1", folder);
        context = new TestContext(agent);
    }

    @AfterEach
    void theDefaultLimit() {
        Probe.released = true;
        System.clearProperty(AgentWait.SECONDS);
    }

    private PchatExecution start(Probe.Kind kind) throws Exception {
        PchatExecution execution = new PchatExecution(context, "probe", new SqlWork(new Probe(kind), List.of()), false);
        execution.start();
        return execution;
    }

    private PchatExecution inMidStatement(Probe.Kind kind) throws Exception {
        PchatExecution execution = start(kind);
        assertTrue(Probe.waiting.await(30, TimeUnit.SECONDS));
        return execution;
    }

    @Test
    void anAgentThatComesBackIsWaitedForAndTheStatementThatStillRunsIsFollowed() throws Exception {
        inMidStatement(Probe.Kind.IGNORES_INTERRUPTS);
        Probe.waiting = new CountDownLatch(1);
        agent.channel.lose();
        agent.await("Waiting up to 300 s for it to come back.");
        agent.reconnect();
        agent.await("This operation still runs on the agent from before it was lost");
        Probe.released = true;
        assertTrue(context.result().isChanged());
        assertTrue(agent.log().contains("Agent win1 is back."), agent.log());
    }

    @Test
    void anAgentThatDoesNotComeBackFailsInAWayThatRetryKnows() throws Exception {
        System.setProperty(AgentWait.SECONDS, "0");
        inMidStatement(Probe.Kind.IGNORES_INTERRUPTS);
        agent.channel.lose();
        Throwable failure = context.failure();
        assertInstanceOf(AbortException.class, failure);
        assertTrue(failure.getMessage().startsWith("[AGENT_LOST] Agent win1 was lost"), failure.getMessage());
        assertTrue(failure.getMessage().contains("State left: not known"), failure.getMessage());
        assertTrue(Channel.isClosedChannelException(failure), "the condition agent() asks this");
    }

    @Test
    void anAgentThatIsOfflineFromTheStartHasTouchedNothing() throws Exception {
        System.setProperty(AgentWait.SECONDS, "0");
        agent.offline = true;
        start(Probe.Kind.EXECUTES);
        assertTrue(context.failure().getMessage().contains("nothing was contacted by this step"));
        assertTrue(agent.log().contains("Agent win1 is offline."), agent.log());
    }

    @Test
    void anAbortEndsTheWaitForAnAgentAndSaysWhatIsKnown() throws Exception {
        PchatExecution execution = inMidStatement(Probe.Kind.IGNORES_INTERRUPTS);
        agent.channel.lose();
        agent.await("for it to come back.");
        assertTrue(execution.getStatus().contains("waiting for the agent to come back"), execution.getStatus());
        var aborted = new FlowInterruptedException(Result.ABORTED, true);
        execution.stop(aborted);
        assertSame(aborted, context.failure());
        assertTrue(agent.log().contains("State left: not known"), agent.log());
    }

    @Test
    void afterARestartOfJenkinsItLooksAgainUnderTheSameId() throws Exception {
        PchatExecution execution = start(Probe.Kind.EXECUTES);
        context.result();
        String before = execution.getStatus();
        context.forgetAnswer();
        execution.onResume();
        assertTrue(context.result().isChanged());
        assertTrue(agent.log().contains("Jenkins was restarted. Operation "), agent.log());
        assertEquals(before.replaceAll(" on agent.*", ""), execution.getStatus().replaceAll(" on agent.*", ""));
    }

    @Test
    void aRefusalAfterTheAgentWasLostDoesNotSayThatTheStepHasChangedNothing() throws Exception {
        inMidStatement(Probe.Kind.REFUSED_AGAIN);
        agent.channel.lose();
        agent.await("Waiting up to 300 s for it to come back.");
        agent.reconnect();
        Probe.released = true;
        String message = context.failure().getMessage();
        assertTrue(message.startsWith("[REFUSED]"), message);
        assertTrue(message.contains("an earlier part of this step"), message);
        assertFalse(message.contains("nothing was changed"), message);
    }

    @Test
    void aRefusalAfterARestartOfJenkinsKeepsTheStateThatWasSeen() throws Exception {
        PchatExecution execution = start(Probe.Kind.FAILS);
        String first = context.failure().getMessage();
        assertFalse(first.contains("an earlier part of this step"), first);
        context.forgetAnswer();
        execution.onResume();
        String again = context.failure().getMessage();
        assertTrue(again.contains("an earlier part of this step"), again);
        assertTrue(again.contains("as it was seen"), again);
    }

    @Test
    void theThreadDumpTellsWhatTheStepDoes() throws Exception {
        PchatExecution execution = inMidStatement(Probe.Kind.WAITS);
        assertTrue(execution.getStatus().contains("on agent win1: 1/1 on X: change it"), execution.getStatus());
        execution.stop(new FlowInterruptedException(Result.ABORTED, true));
        context.failure();
    }
}
