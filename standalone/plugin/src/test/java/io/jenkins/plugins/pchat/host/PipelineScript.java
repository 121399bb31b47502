package io.jenkins.plugins.pchat.host;

import groovy.lang.Closure;
import groovy.lang.Script;

/** What a Jenkinsfile is compiled to extend: a call that is no method of the script itself is a step. */
public abstract class PipelineScript extends Script {

    private PipelineBuild build;

    void attach(PipelineBuild owner) {
        this.build = owner;
    }

    @Override
    public Object invokeMethod(String name, Object arguments) {
        Object[] given = (Object[]) arguments;
        if (name.equals("pipeline") && given.length == 1 && given[0] instanceof Closure<?> body) {
            build.declared(ModelReader.read(body));
            return null;
        }
        return build.step(StepCall.of(name, given));
    }

    @Override
    public Object getProperty(String name) {
        return name.equals("params") ? build.parameters() : super.getProperty(name);
    }

    /** Runs a block whose calls are steps or methods of the script. */
    Object run(Closure<?> steps) {
        Closure<?> copy = (Closure<?>) steps.clone();
        copy.setDelegate(this);
        copy.setResolveStrategy(Closure.DELEGATE_ONLY);
        return copy.call();
    }
}
