package io.jenkins.plugins.pchat.step;

import hudson.AbortException;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.pchat.agent.Agent;
import io.jenkins.plugins.pchat.agent.AgentWork;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * One execution of any of the steps. What it keeps over a restart is what was asked for and under which operation id: no step, no secret,
 * nothing live.
 */
final class PchatExecution extends GeneralNonBlockingStepExecution {

    private static final long serialVersionUID = 1L;

    private final AgentWork work;
    private final boolean dryRun;
    private OperationId id;

    /** The thread that works, while it does. */
    private transient Thread worker;

    private transient Throwable stopCause;

    PchatExecution(StepContext context, AgentWork work, boolean dryRun) {
        super(context);
        this.work = work;
        this.dryRun = dryRun;
    }

    @Override
    public boolean start() throws Exception {
        id = OperationId.unique(
                getContext().get(Run.class).getExternalizableId(),
                getContext().get(FlowNode.class).getId());
        run(this::work);
        return false;
    }

    /**
     * Interrupts the work and lets it tell in which state it leaves things; the step fails with the cause once it has. Told a second time, it
     * fails at once.
     */
    @Override
    public void stop(Throwable cause) throws Exception {
        synchronized (this) {
            if (worker != null && stopCause == null) {
                stopCause = cause;
                worker.interrupt();
                return;
            }
            stopCause = cause;
            worker = null;
        }
        super.stop(cause);
    }

    private void work() throws Exception {
        synchronized (this) {
            if (stopCause != null) {
                return;
            }
            worker = Thread.currentThread();
        }
        Outcome outcome = null;
        Throwable failure = null;
        try {
            outcome = runOnAgent();
        } catch (Failure e) {
            failure = new AbortException(e.getMessage());
        } catch (Throwable e) { // whatever it is: without an answer the step would never end
            failure = e;
        }
        answer(outcome, failure);
    }

    private Outcome runOnAgent() throws Exception {
        StepContext context = getContext();
        Agent agent = Agent.of(
                context.get(Node.class),
                context.get(Computer.class),
                context.get(Launcher.class),
                context.get(FilePath.class),
                context.get(TaskListener.class));
        return work.run(agent, new RunLogins(context.get(Run.class)), id, dryRun);
    }

    private void answer(Outcome outcome, Throwable failure) {
        Throwable cause;
        synchronized (this) {
            if (worker == null) {
                return;
            }
            worker = null;
            cause = stopCause;
        }
        Thread.interrupted(); // an abort that came after the work had ended is no reason to fail at answering
        if (cause != null) {
            if (failure != null && !(failure instanceof InterruptedException)) {
                cause.addSuppressed(failure);
            }
            getContext().onFailure(cause);
        } else if (failure != null) {
            getContext().onFailure(failure);
        } else {
            getContext().onSuccess(new PchatResult(outcome));
        }
    }
}
