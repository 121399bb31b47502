package io.jenkins.plugins.pchat.host;

import hudson.Extension;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** The steps of the plugin, found as Jenkins finds them: in the index of extensions that the compiler wrote. */
public final class PluginSteps {

    /** Is told of each call. */
    public interface Watcher {

        /** Before the step starts. */
        void starts(String function, Map<String, Object> arguments);

        /** After it has come to its end without a failure. */
        default void ends(String function, Map<String, Object> arguments, Object result) {}
    }

    private PluginSteps() {}

    /** The descriptors in the index, by function name. */
    static Map<String, StepDescriptor> descriptors() {
        Map<String, StepDescriptor> found = new TreeMap<>();
        for (IndexItem<Extension, Object> item :
                Index.load(Extension.class, Object.class, PluginSteps.class.getClassLoader())) {
            try {
                if (item.element() instanceof Class<?> type && StepDescriptor.class.isAssignableFrom(type)) {
                    StepDescriptor descriptor = (StepDescriptor) item.instance();
                    found.put(descriptor.getFunctionName(), descriptor);
                }
            } catch (InstantiationException e) {
                throw new PipelineError("Extension " + item.className() + " can't be made: " + e, e);
            }
        }
        return found;
    }

    /** The steps for a host. */
    public static Map<String, HostStep> all(Watcher watcher) {
        Map<String, HostStep> steps = new LinkedHashMap<>();
        descriptors().forEach((name, descriptor) -> steps.put(name, of(descriptor, watcher)));
        return steps;
    }

    /** One step. */
    static HostStep of(StepDescriptor descriptor, Watcher watcher) {
        StepBinder<? extends Step> binder = new StepBinder<>(descriptor.clazz);
        return (call, scope) -> run(descriptor, binder, watcher, call, scope);
    }

    private static Object run(
            StepDescriptor descriptor, StepBinder<? extends Step> binder, Watcher watcher, StepCall call, Scope scope)
            throws Exception {
        if (call.body() != null) {
            throw new PipelineError("Step '" + call.name() + "' takes no block.");
        }
        Step step = binder.bind(call);
        HostStepContext context = new HostStepContext(scope.provided());
        descriptor.checkContextAvailability(context);
        watcher.starts(call.name(), call.arguments());
        StepExecution execution = step.start(context);
        try {
            execution.start();
            Object result = Serial.copy("The result of step '" + call.name() + "'", context.answer());
            watcher.ends(call.name(), call.arguments(), result);
            return result;
        } catch (FlowInterruptedException e) {
            throw e;
        } catch (InterruptedException e) {
            execution.stop(e);
            throw e;
        }
    }
}
