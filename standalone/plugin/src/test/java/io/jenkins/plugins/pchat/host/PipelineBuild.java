package io.jenkins.plugins.pchat.host;

import groovy.lang.Closure;
import hudson.AbortException;
import hudson.model.listeners.RunListener;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.codehaus.groovy.runtime.InvokerInvocationException;

/**
 * One run of a pipeline: its parameters, stages and post actions, in Jenkins' order and with Jenkins' words in the
 * log.
 */
final class PipelineBuild {

    private final BuildLog log;
    private final HostRun run;
    private final Scope scope;
    private final Map<String, HostStep> steps;
    private final Map<String, String> given;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private PipelineModel model;
    private String stage = "";
    private BuildResult.Word word = BuildResult.Word.SUCCESS;
    private Throwable reason;

    /**
     * @param given values of parameters, by name; the others have their defaults
     * @param run the build as steps see it
     */
    PipelineBuild(BuildLog log, Map<String, HostStep> steps, Map<String, String> given, HostRun run) {
        this.log = log;
        this.run = run;
        this.scope = new Scope(log, run);
        this.steps = steps;
        this.given = given;
    }

    void declared(PipelineModel pipeline) {
        if (model != null) {
            throw new PipelineError("There is more than one pipeline block.");
        }
        model = pipeline;
    }

    /** The values of the parameters; a name that is none reads as null, as in Jenkins. */
    Map<String, Object> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    PipelineModel model() {
        return model;
    }

    BuildResult run(PipelineScript script, Supplier<List<BasicSteps.Approval>> approvals) {
        log.pipeline("Start of Pipeline");
        try {
            script.attach(this);
            script.run();
            if (model == null) {
                throw new PipelineError("The file has no pipeline block.");
            }
            fill();
            model.stages().forEach(each -> stage(script, each));
            post(script);
        } catch (Throwable e) {
            failed(e);
        }
        log.pipeline("End of Pipeline");
        if (reason != null) {
            log.line(words(reason));
        }
        completed();
        log.line("Finished: " + word);
        return new BuildResult(word, stage, reason == null ? null : words(reason), approvals.get());
    }

    /** As in Jenkins, those who are told can still write to the log. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // that is how Jenkins calls them
    private void completed() {
        run.setResult(word.result());
        for (RunListener listener : Extensions.of(RunListener.class)) {
            listener.onCompleted(run, run.listener());
        }
    }

    private void fill() {
        for (PipelineModel.Parameter parameter : model.parameters()) {
            parameters.put(parameter.name(), parameter.value(given.get(parameter.name())));
        }
        for (String name : given.keySet()) {
            if (!parameters.containsKey(name)) {
                throw new PipelineError(
                        "The pipeline has no parameter '" + name + "', only " + parameters.keySet() + ".");
            }
        }
    }

    private void stage(PipelineScript script, PipelineModel.Stage each) {
        log.pipeline("stage");
        log.pipeline("{ (" + each.name() + ")");
        if (reason != null) {
            log.line("Stage \"" + each.name() + "\" skipped due to earlier failure(s)");
        } else {
            stage = each.name();
            attempt(script, each.steps());
        }
        log.pipeline("}");
        log.pipeline("// stage");
    }

    private void post(PipelineScript script) {
        log.pipeline("stage");
        log.pipeline("{ (Declarative: Post Actions)");
        for (String condition : List.of("always", "aborted", "failure", "success", "cleanup")) {
            Closure<?> block = model.post().get(condition);
            if (block != null
                    && (condition.equals("always")
                            || condition.equals("cleanup")
                            || condition.equalsIgnoreCase(word.name()))) {
                attempt(script, block);
            }
        }
        log.pipeline("}");
        log.pipeline("// stage");
    }

    private void attempt(PipelineScript script, Closure<?> block) {
        try {
            script.run(block);
        } catch (Throwable e) {
            failed(e);
        }
    }

    /** The first reason stays; an error in the post actions does not hide it. */
    private void failed(Throwable thrown) {
        Throwable e = thrown;
        while ((e instanceof InvokerInvocationException || e instanceof InvocationTargetException)
                && e.getCause() != null) {
            e = e.getCause();
        }
        if (reason != null) {
            log.line("Error in the post actions: " + words(e));
            return;
        }
        reason = e;
        word = e instanceof Declined || e instanceof InterruptedException
                ? BuildResult.Word.ABORTED
                : BuildResult.Word.FAILURE;
    }

    /** An expected failure is its message; anything else has its stack trace, as in Jenkins. */
    private static String words(Throwable e) {
        if (e instanceof AbortException || e instanceof PipelineError) {
            return "ERROR: " + e.getMessage();
        }
        if (e instanceof Declined) {
            return e.getMessage();
        }
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace, true));
        return trace.toString().stripTrailing();
    }

    /** Runs a step; what it throws goes through the script as it is, checked or not. */
    Object step(StepCall call) {
        HostStep step = steps.get(call.name());
        if (step == null) {
            throw new PipelineError(
                    "No such DSL method '" + call.name() + "' found among steps " + steps.keySet() + ".");
        }
        log.pipeline(call.name());
        scope.flow().begin(call.name(), call.named("message"));
        try {
            return step.run(call, scope);
        } catch (Exception e) {
            throw PipelineBuild.<RuntimeException>unchecked(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable e) throws E {
        throw (E) e;
    }
}
