package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.concurrent.Future;

/** An execution that does parts of its work on background threads. */
public abstract class GeneralNonBlockingStepExecution extends StepExecution {

    private static final long serialVersionUID = 1L;

    private transient volatile Future<?> task;
    private transient volatile Throwable stopCause;
    private volatile String threadName;

    protected GeneralNonBlockingStepExecution(StepContext context) {
        super(context);
    }

    /** Work in the background. */
    @FunctionalInterface
    protected interface Block {
        void run() throws Exception;
    }

    protected final void run(Block block) {
        if (stopCause != null) {
            return;
        }
        task = SynchronousNonBlockingStepExecution.getExecutorService().submit(() -> {
            threadName = Thread.currentThread().getName();
            try {
                block.run();
            } catch (Throwable t) {
                if (stopCause == null) {
                    getContext().onFailure(t);
                } else {
                    stopCause.addSuppressed(t);
                }
            } finally {
                threadName = null;
                task = null;
            }
        });
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        stopCause = cause;
        Future<?> running = task;
        if (running != null) {
            running.cancel(true);
        }
        super.stop(cause);
    }

    @Override
    public void onResume() {
        if (threadName != null) {
            getContext().onFailure(new IllegalStateException("the step can't be resumed after a restart"));
        }
    }

    @Override
    @NonNull
    public String getStatus() {
        return threadName == null ? "not currently scheduled" : "running in thread: " + threadName;
    }

    @Override
    public boolean blocksRestart() {
        return threadName != null;
    }
}
