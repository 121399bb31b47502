package io.jenkins.plugins.pchat.step;

import hudson.AbortException;
import hudson.Util;
import io.jenkins.plugins.pchat.agent.AgentWork;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.form.Texts;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundSetter;

/** What all steps have in common. A step is configuration only: it is read once, when it starts, and then forgotten. */
public abstract class PchatStep extends Step {

    private String credentialsId;
    private boolean dryRun;

    /** The account; null for the agent's Windows account. */
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    /** Whether the step stops after it has printed its plan. */
    public boolean isDryRun() {
        return dryRun;
    }

    @DataBoundSetter
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    @Override
    public final StepExecution start(StepContext context) throws AbortException {
        try {
            return new PchatExecution(context, getDescriptor().getFunctionName(), work(), dryRun);
        } catch (IllegalArgumentException e) {
            throw new AbortException(Failure.of(Failure.Code.INVALID, e.getMessage())
                    .leaving("nothing was contacted by this step.")
                    .getMessage());
        }
    }

    /**
     * What the step asks for.
     *
     * @throws IllegalArgumentException if a parameter has no valid value, with a message for the user
     */
    abstract AgentWork work();

    /** A text without blanks around it; the default when there is none. */
    static String text(String value, String otherwise) {
        return Texts.text(value, otherwise);
    }
}
