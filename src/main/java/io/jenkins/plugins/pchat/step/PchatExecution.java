package io.jenkins.plugins.pchat.step;

import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.pchat.agent.AgentWork;
import io.jenkins.plugins.pchat.agent.ListenerConsole;
import io.jenkins.plugins.pchat.audit.OperationRecorder;
import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * One execution of any of the steps. What it keeps over a restart is what was asked for and under which operation id: no step, no secret,
 * nothing live. After a restart it does its work anew under the same id; operations look before they act, and know their own earlier work by it.
 */
final class PchatExecution extends GeneralNonBlockingStepExecution {

    private static final long serialVersionUID = 1L;

    /** Pipeline's {@code timeout} takes a step down that has not stopped after 60 seconds; this is for what hangs longer than it should. */
    static final long STOP_SECONDS = 58;

    private final String function;
    private final AgentWork work;
    private final boolean dryRun;
    private OperationId id;
    private String node;

    /** The thread that works, while it does. */
    private transient Thread worker;

    private transient Throwable stopCause;
    private transient Future<?> stopLimit;
    private transient volatile StepWork current;

    /** @param function the step's name in a pipeline */
    PchatExecution(StepContext context, String function, AgentWork work, boolean dryRun) {
        super(context);
        this.function = function;
        this.work = work;
        this.dryRun = dryRun;
    }

    @Override
    public boolean start() throws Exception {
        id = OperationId.unique(
                getContext().get(Run.class).getExternalizableId(),
                getContext().get(FlowNode.class).getId());
        node = getContext().get(Node.class).getNodeName();
        run(() -> work(false));
        return false;
    }

    @Override
    public void onResume() {
        run(() -> work(true));
    }

    /**
     * Interrupts the work and lets it tell in which state it leaves things; the step fails with the cause once it has. Told a second time, or
     * when that takes too long, it fails at once.
     */
    @Override
    public void stop(Throwable cause) throws Exception {
        synchronized (this) {
            if (worker != null && stopCause == null) {
                stopCause = cause;
                stopLimit = Timer.get().schedule(() -> stopNow(cause), STOP_SECONDS, TimeUnit.SECONDS);
                worker.interrupt();
                return;
            }
        }
        stopNow(cause);
    }

    private Void stopNow(Throwable cause) throws Exception {
        synchronized (this) {
            stopCause = cause;
            worker = null;
        }
        StepWork unfinished = current;
        if (unfinished != null) {
            unfinished.givenUp();
        }
        super.stop(cause);
        return null;
    }

    private void work(boolean resumed) throws Exception {
        synchronized (this) {
            if (stopCause != null) {
                return;
            }
            worker = Thread.currentThread();
        }
        Outcome outcome = null;
        Throwable failure = null;
        try {
            outcome = stepWork().run(resumed);
        } catch (Throwable e) { // whatever it is: without an answer the step would never end
            failure = e;
        }
        answer(outcome, failure);
    }

    private StepWork stepWork() throws IOException, InterruptedException {
        Run<?, ?> run = getContext().get(Run.class);
        Console console = new ListenerConsole(getContext().get(TaskListener.class));
        OperationRecorder recorder = OperationRecorder.open(
                run, id, function, getContext().get(FlowNode.class).getId(), node, dryRun);
        current = new StepWork(getContext(), work, id, node, dryRun, console, recorder);
        return current;
    }

    private void answer(Outcome outcome, Throwable failure) {
        Throwable cause;
        synchronized (this) {
            if (worker == null) {
                return;
            }
            worker = null;
            cause = stopCause;
            if (stopLimit != null) {
                stopLimit.cancel(false);
            }
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

    /** For the build's thread dump. */
    @Override
    public String getStatus() {
        StepWork working = current;
        return working == null ? super.getStatus() : "operation " + id + " on agent " + node + ": " + working.doing();
    }
}
