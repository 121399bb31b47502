package io.jenkins.plugins.pchat.host;

import hudson.model.Node;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A step for the host's own tests; its result is what it was given. It is in no index of extensions. */
public final class SampleStep extends Step {

    private final String target;
    private boolean dryRun;
    private int percent = 5;
    private List<String> names = List.of();
    private boolean unkept;

    @DataBoundConstructor
    public SampleStep(String target) {
        if (target == null) {
            throw new IllegalArgumentException("target is missing.");
        }
        this.target = target;
    }

    @DataBoundSetter
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    @DataBoundSetter
    public void setPercent(int percent) {
        this.percent = percent;
    }

    @DataBoundSetter
    public void setNames(List<String> names) {
        this.names = names;
    }

    @DataBoundSetter
    public void setUnkept(boolean unkept) {
        this.unkept = unkept;
    }

    @Override
    public StepExecution start(StepContext context) {
        String words = target + " " + dryRun + " " + percent + " " + names;
        return new Execution(context, unkept ? new Unkept() : new Kept(words));
    }

    /** A result that can be kept over a restart. */
    public record Kept(String words) implements Serializable {
        private static final long serialVersionUID = 1L;

        public String getWords() {
            return words;
        }
    }

    private static final class Unkept {}

    private static final class Execution extends SynchronousNonBlockingStepExecution<Object> {

        private static final long serialVersionUID = 1L;

        private final transient Object result;

        Execution(StepContext context, Object result) {
            super(context);
            this.result = result;
        }

        @Override
        protected Object run() {
            return result;
        }
    }

    /** What is known of it. */
    public static final class DescriptorImpl extends StepDescriptor {

        @Override
        public String getFunctionName() {
            return "sample";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Node.class);
        }
    }
}
