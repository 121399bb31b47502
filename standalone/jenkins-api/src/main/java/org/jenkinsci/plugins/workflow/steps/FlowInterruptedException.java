package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Result;

/** A build was aborted or told to stop. */
public final class FlowInterruptedException extends InterruptedException {

    private static final long serialVersionUID = 1L;

    private final Result result;
    private final boolean actualInterruption;

    public FlowInterruptedException(@NonNull Result result, boolean actualInterruption) {
        this.result = result;
        this.actualInterruption = actualInterruption;
    }

    @NonNull
    public Result getResult() {
        return result;
    }

    public boolean isActualInterruption() {
        return actualInterruption;
    }
}
