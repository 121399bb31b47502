package io.jenkins.plugins.pchat.live;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one Jenkins for all live tests, when the first of them asks for it, and stops it after the last. */
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
        return parameter.getParameter().getType() == LiveJenkins.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(LiveJenkins.class, key -> started(), LiveJenkins.class);
    }

    private static LiveJenkins started() {
        LiveJenkins jenkins = null;
        try {
            jenkins = new LiveJenkins(LiveSettings.read(System::getProperty));
            System.out.println("Starting " + jenkins.settings().war() + " at " + jenkins.url());
            jenkins.start();
            return jenkins;
        } catch (Exception | AssertionError e) {
            if (jenkins != null) {
                jenkins.close();
            }
            throw new IllegalStateException("The Jenkins under test could not be started: " + e.getMessage(), e);
        }
    }
}
