package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;

/** An execution that is done at once, on the thread of the pipeline itself. */
public abstract class SynchronousStepExecution<T> extends StepExecution {

    private static final long serialVersionUID = 1L;

    protected SynchronousStepExecution(@NonNull StepContext context) {
        super(context);
    }

    protected abstract T run() throws Exception;

    /** A failure is thrown to the engine, which takes it as the step's. */
    @Override
    public final boolean start() throws Exception {
        getContext().onSuccess(run());
        return true;
    }

    @Override
    public void stop(@NonNull Throwable cause) throws Exception {}
}
