package io.jenkins.plugins.pchat.live;

import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one Jenkins for all live tests, and fails back once, when the first of them asks for it; stops it after the last. */
final class LiveExtension implements ExecutionCondition, ParameterResolver {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(LiveExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String reason = LiveSettings.reasonToSkip(System::getProperty);
        return reason == null
                ? ConditionEvaluationResult.enabled("a Jenkins was named")
                : ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return List.of(LiveJenkins.class, Failback.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // Kept for all classes, and closed after the last in the order that is the reverse of this one.
        ExtensionContext.Store store = context.getRoot().getStore(HERE);
        Once jenkins = store.getOrComputeIfAbsent("jenkins", key -> new Once(LiveExtension::start), Once.class);
        if (parameter.getParameter().getType() == LiveJenkins.class) {
            return jenkins.get();
        }
        return store.getOrComputeIfAbsent(
                        "failback", key -> new Once(() -> Failback.run((LiveJenkins) jenkins.get())), Once.class)
                .get();
    }

    private static LiveJenkins start() throws Exception {
        LiveJenkins jenkins = new LiveJenkins(LiveSettings.read(System::getProperty));
        try {
            System.out.println("Starting " + jenkins.settings().war() + " at " + jenkins.url());
            System.out.println(
                    jenkins.home().hasPlugin("dark-theme")
                            ? "Pages become dark by the Dark Theme plugin."
                            : "The Dark Theme plugin is not installed: only what a page brings itself becomes dark.");
            jenkins.start();
            return jenkins;
        } catch (Exception | AssertionError e) {
            jenkins.close();
            throw e;
        }
    }
}
