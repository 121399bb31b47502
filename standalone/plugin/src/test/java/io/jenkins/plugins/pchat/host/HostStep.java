package io.jenkins.plugins.pchat.host;

/** A step that a pipeline can call. */
@FunctionalInterface
public interface HostStep {

    /**
     * Runs it.
     *
     * @param call what the script gave
     * @param scope where it runs
     * @return the step's value in the script
     */
    Object run(StepCall call, Scope scope) throws Exception;
}
