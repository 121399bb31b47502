package io.jenkins.plugins.pchat.step;

import hudson.AbortException;
import hudson.model.Run;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.pchat.agent.Agent;
import io.jenkins.plugins.pchat.agent.AgentLost;
import io.jenkins.plugins.pchat.agent.AgentWork;
import io.jenkins.plugins.pchat.audit.OperationRecorder;
import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.Trace;
import java.io.EOFException;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * What a step does in the background: it finds its agent, works there, and when the agent is lost it waits for it and looks again. The record of
 * the build follows.
 */
final class StepWork {

    /** The shipped pipeline looks for these words: a step whose earlier part ran has been begun, even if it was refused then. */
    private static final String EARLIER_PART = "an earlier part of this step";

    private final StepContext context;
    private final AgentWork work;
    private final OperationId id;
    private final String node;
    private final boolean dryRun;
    private final Console console;
    private final OperationRecorder recorder;
    private final AgentWait wait;

    private volatile String doing = "looking for the agent";
    private boolean lostOnce;

    StepWork(
            StepContext context,
            AgentWork work,
            OperationId id,
            String node,
            boolean dryRun,
            Console console,
            OperationRecorder recorder) {
        this.context = context;
        this.work = work;
        this.id = id;
        this.node = node;
        this.dryRun = dryRun;
        this.console = console;
        this.recorder = recorder;
        this.wait = new AgentWait(context);
    }

    /** What it does right now, on one line. */
    String doing() {
        return doing;
    }

    /** Writes into the record that nobody waits for this any more. */
    void givenUp() {
        recorder.aborted("It did not stop in time. State left: not known.");
    }

    /**
     * Does it.
     *
     * @param resumed whether Jenkins was restarted since the step began
     * @throws AbortException a failure that a person can act on; if it is the agent's loss, {@code retry} with the condition {@code agent()}
     *     knows it as such
     */
    Outcome run(boolean resumed) throws Exception {
        try {
            if (resumed) {
                console.line("Jenkins was restarted. Operation " + id
                        + " looks what has become of its work before it acts.");
            }
            Outcome outcome = runOnAgent();
            recorder.ended(outcome);
            return outcome;
        } catch (Failure e) {
            Failure told = resumed || lostOnce ? withEarlierPart(e) : e;
            recorder.failed(told);
            throw abort(told);
        } catch (InterruptedException e) {
            recorder.aborted("Aborted; the log says in which state things were left.");
            throw e;
        } catch (Exception | Error e) {
            recorder.failed(e);
            throw e;
        }
    }

    /** A refusal speaks for the run that was refused alone; what ran before the loss may have changed something. */
    private static Failure withEarlierPart(Failure failure) {
        if (failure.code() != Failure.Code.REFUSED) {
            return failure;
        }
        String left = failure.stateLeft();
        return failure.leaving(
                (left == null || left.equals(OperationRunner.UNTOUCHED) ? "" : left + "\n")
                        + "not known in full: " + EARLIER_PART
                        + ", from before the agent or Jenkins was lost, may have changed something; the log above says how far it came.");
    }

    private static AbortException abort(Failure failure) {
        AbortException abort = new AbortException(failure.getMessage());
        if (failure.code() == Failure.Code.AGENT_LOST) {
            // This kind, and not ClosedChannelException: Jenkins can save it, and shows no stack trace for its sake.
            abort.initCause(new EOFException("the connection to the agent was lost"));
        }
        return abort;
    }

    private Outcome runOnAgent() throws Failure, IOException, InterruptedException {
        AgentLost loss = null;
        VirtualChannel lost = null;
        while (true) {
            Agent agent = reach(lost, loss);
            try {
                return work.run(agent, new RunLogins(context.get(Run.class)), id, dryRun, this::saw);
            } catch (AgentLost e) {
                loss = e;
                lostOnce = true;
                lost = agent.channel();
            }
        }
    }

    private void saw(Trace trace) {
        doing = trace.doing();
        recorder.saw(trace);
    }

    private Agent reach(VirtualChannel lost, AgentLost loss) throws Failure, IOException, InterruptedException {
        if (!node.isEmpty() && !wait.isThere(lost)) {
            console.line((loss == null ? "Agent " + node + " is offline" : loss.getMessage()) + ". Waiting up to "
                    + wait.limit().toSeconds() + " s for it to come back.");
            doing = "waiting for the agent to come back";
        }
        Agent agent;
        try {
            agent = wait.reach(lost);
        } catch (InterruptedException e) {
            console.line("Stopped while waiting for agent " + node + ". State left: " + stateLeft(loss) + ".");
            throw e;
        }
        if (agent == null) {
            throw Failure.of(
                            Failure.Code.AGENT_LOST,
                            (loss == null ? "Agent " + node + " is offline" : loss.getMessage())
                                    + ", and did not come back within "
                                    + wait.limit().toSeconds() + " s.")
                    .leaving(stateLeft(loss))
                    .next("bring the agent back and run this again: each step looks first, and goes on from what it"
                            + " finds.");
        }
        if (loss != null) {
            console.line("Agent " + node + " is back. Operation " + id
                    + " looks what has become of its work before it acts.");
        }
        return agent;
    }

    private static String stateLeft(AgentLost loss) {
        return loss == null
                ? "nothing was contacted by this step since it looked for the agent"
                : "not known; a statement that ran on SQL Server may have gone on or been rolled back";
    }
}
