package io.jenkins.plugins.pchat.step;

import hudson.AbortException;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.pchat.config.PchatPool;
import io.jenkins.plugins.pchat.config.PchatPools;
import io.jenkins.plugins.pchat.engine.Failure;
import java.util.List;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.SynchronousStepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code pchatPool}: gives a pool that is set up in Manage Jenkins &gt; System. It works on the controller and contacts nothing. */
public final class PchatPoolStep extends Step {

    private final String name;

    @DataBoundConstructor
    public PchatPoolStep(String name) {
        this.name = Util.fixEmptyAndTrim(name);
    }

    public String getName() {
        return name;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, name);
    }

    private static final class Execution extends SynchronousStepExecution<PchatPoolResult> {

        private static final long serialVersionUID = 1L;

        private final String name;

        Execution(StepContext context, String name) {
            super(context);
            this.name = name;
        }

        @Override
        protected PchatPoolResult run() throws AbortException {
            PchatPools pools = PchatPools.get();
            PchatPool pool = pools.named(name).orElseThrow(() -> refused(missing(name, pools.names())));
            if (!pool.problems().isEmpty()) {
                throw refused(Messages.PchatPoolStep_unusable(pool.getName(), String.join(" ", pool.problems())));
            }
            return new PchatPoolResult(pool);
        }

        private static AbortException refused(String why) {
            return new AbortException(Failure.of(Failure.Code.INVALID, why)
                    .leaving("nothing was contacted by this step.")
                    .getMessage());
        }
    }

    private static String missing(String name, List<String> known) {
        if (name == null) {
            return Messages.PchatPoolStep_noName();
        }
        return known.isEmpty()
                ? Messages.PchatPoolStep_none(name)
                : Messages.PchatPoolStep_unknown(name, String.join(", ", known));
    }

    /** The step's descriptor. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {

        @Override
        public String getFunctionName() {
            return "pchatPool";
        }

        @Override
        public String getDisplayName() {
            return Messages.PchatPoolStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of();
        }

        /** The names, for whoever may see how the job is configured; anybody else sees the one that is chosen. */
        @POST
        public ListBoxModel doFillNameItems(@AncestorInPath Item item, @QueryParameter String name) {
            ListBoxModel items = new ListBoxModel();
            if (maySee(item)) {
                PchatPools.get().names().forEach(items::add);
            }
            String current = Util.fixEmptyAndTrim(name);
            if (current != null && items.stream().noneMatch(each -> each.value.equalsIgnoreCase(current))) {
                items.add(current);
            }
            return items;
        }

        @POST
        public FormValidation doCheckName(@AncestorInPath Item item, @QueryParameter String value) {
            if (!maySee(item)) {
                return FormValidation.ok();
            }
            String wanted = Util.fixEmptyAndTrim(value);
            return PchatPools.get().named(wanted).isPresent()
                    ? FormValidation.ok()
                    : FormValidation.error(missing(wanted, PchatPools.get().names()));
        }

        private static boolean maySee(Item item) {
            return item == null
                    ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                    : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(Item.CONFIGURE);
        }
    }
}
