package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** An execution whose work is one method on a background thread. */
public abstract class SynchronousNonBlockingStepExecution<T> extends StepExecution {

    private static final long serialVersionUID = 1L;

    private static ExecutorService executorService;

    private transient volatile Future<?> task;
    private transient volatile Throwable stopCause;

    protected SynchronousNonBlockingStepExecution(@NonNull StepContext context) {
        super(context);
    }

    protected abstract T run() throws Exception;

    @Override
    public final boolean start() throws Exception {
        task = getExecutorService().submit(() -> {
            try {
                T result = run();
                if (stopCause == null) {
                    getContext().onSuccess(result);
                }
            } catch (Throwable t) {
                if (stopCause == null) {
                    getContext().onFailure(t);
                } else {
                    stopCause.addSuppressed(t);
                }
            }
        });
        return false;
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        stopCause = cause;
        if (task != null) {
            task.cancel(true);
        }
        super.stop(cause);
    }

    static synchronized ExecutorService getExecutorService() {
        if (executorService == null) {
            executorService = Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "step execution");
                thread.setDaemon(true);
                return thread;
            });
        }
        return executorService;
    }
}
