package io.jenkins.plugins.pchat.host;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;

/** A Jenkins small enough to run one pipeline: compile it, read its declaration, run it. */
public final class PipelineHost {

    private final Map<String, HostStep> pluginSteps;
    private final Workers workers;
    private final Approver approver;
    private final Path folder;
    private int builds;

    /** A host whose builds are gone when the JVM ends. */
    public PipelineHost(Map<String, HostStep> pluginSteps, Workers workers, Approver approver) {
        this(pluginSteps, workers, approver, null);
    }

    /**
     * @param pluginSteps the steps that plugins bring, by function name
     * @param workers the agents
     * @param approver who answers the questions
     * @param folder where each build gets a folder, named by its number
     */
    public PipelineHost(Map<String, HostStep> pluginSteps, Workers workers, Approver approver, Path folder) {
        this.pluginSteps = Map.copyOf(pluginSteps);
        this.workers = workers;
        this.approver = approver;
        this.folder = folder;
    }

    /**
     * Runs a pipeline.
     *
     * @param name the file's name, for errors
     * @param text the Jenkinsfile
     * @param parameters values of its parameters; the others have their defaults
     */
    public BuildResult run(String name, String text, Map<String, String> parameters, BuildLog log) {
        BasicSteps basic = new BasicSteps(approver, workers);
        Map<String, HostStep> steps = new LinkedHashMap<>(basic.all());
        steps.putAll(pluginSteps);
        PipelineBuild build = new PipelineBuild(log, steps, parameters, HostRun.number(++builds, log, folder));
        return build.run(compile(name, text), basic::approvals);
    }

    /** What the file declares, read without running any of it. */
    static PipelineModel read(String name, String text) {
        PipelineScript script = compile(name, text);
        BuildLog log = new BuildLog(System.out);
        PipelineBuild build = new PipelineBuild(log, Map.of(), Map.of(), HostRun.number(0, log, null));
        script.attach(build);
        script.run();
        return build.model();
    }

    private static PipelineScript compile(String name, String text) {
        CompilerConfiguration groovy = new CompilerConfiguration();
        groovy.setScriptBaseClass(PipelineScript.class.getName());
        try {
            return (PipelineScript)
                    new GroovyShell(PipelineHost.class.getClassLoader(), new Binding(), groovy).parse(text, name);
        } catch (CompilationFailedException e) {
            throw new PipelineError(name + " is no valid Groovy: " + e.getMessage(), e);
        }
    }
}
