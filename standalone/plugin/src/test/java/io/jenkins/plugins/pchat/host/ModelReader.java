package io.jenkins.plugins.pchat.host;

import groovy.lang.Closure;
import io.jenkins.plugins.pchat.host.PipelineModel.Parameter;
import io.jenkins.plugins.pchat.host.PipelineModel.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the block of {@code pipeline} without running any step of it. */
final class ModelReader {

    private static final List<String> OPTIONS = List.of("disableConcurrentBuilds", "disableRestartFromStage");
    private static final List<String> CONDITIONS = List.of("always", "success", "failure", "aborted", "cleanup");
    private static final Map<String, Set<String>> PARAMETERS = Map.of(
            "string", Set.of("name", "defaultValue", "description", "trim"),
            "text", Set.of("name", "defaultValue", "description", "trim"),
            "booleanParam", Set.of("name", "defaultValue", "description"),
            "choice", Set.of("name", "choices", "description"),
            "credentials", Set.of("name", "defaultValue", "description", "credentialType", "required"));

    private final List<String> options = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final Map<String, Closure<?>> post = new LinkedHashMap<>();
    private boolean agent;

    private ModelReader() {}

    static PipelineModel read(Closure<?> pipeline) {
        ModelReader reader = new ModelReader();
        reader.pipeline(pipeline);
        return new PipelineModel(reader.options, reader.parameters, reader.stages, reader.post);
    }

    private void pipeline(Closure<?> body) {
        new Directives("pipeline")
                .word("none")
                .on("agent", this::agent)
                .block("options", this::options)
                .block("parameters", this::parameters)
                .block("stages", this::stages)
                .block("post", this::post)
                .read(body);
        if (!agent) {
            throw new PipelineError("pipeline has no agent.");
        }
        if (stages.isEmpty()) {
            throw new PipelineError("pipeline has no stages.");
        }
    }

    private void agent(Object[] arguments) {
        if (arguments.length != 1 || !"none".equals(arguments[0])) {
            throw new PipelineError("This host knows no agent but 'none'; the steps take theirs with 'node'.");
        }
        agent = true;
    }

    private void options(Closure<?> body) {
        Directives known = new Directives("options");
        for (String option : OPTIONS) {
            known.on(option, arguments -> options.add(option));
        }
        known.read(body);
    }

    private void parameters(Closure<?> body) {
        Directives known = new Directives("parameters");
        PARAMETERS.forEach(
                (kind, allowed) -> known.on(kind, arguments -> parameters.add(parameter(kind, allowed, arguments))));
        known.read(body);
    }

    private static Parameter parameter(String kind, Set<String> allowed, Object[] arguments) {
        if (arguments.length != 1 || !(arguments[0] instanceof Map<?, ?> named)) {
            throw new PipelineError("A parameter takes named arguments: " + allowed);
        }
        for (Object key : named.keySet()) {
            if (!allowed.contains(String.valueOf(key))) {
                throw new PipelineError("A parameter of kind " + kind + " has no '" + key + "', only " + allowed + ".");
            }
        }
        Object name = named.get("name");
        if (name == null) {
            throw new PipelineError("A parameter of kind " + kind + " has no name.");
        }
        Object defaultValue = named.get(kind.equals("choice") ? "choices" : "defaultValue");
        if (defaultValue instanceof List<?> choices) {
            // Jenkins takes the first one.
            defaultValue = choices.get(0);
        }
        return new Parameter(
                kind,
                name.toString(),
                defaultValue == null ? "" : defaultValue.toString(),
                Boolean.TRUE.equals(named.get("trim")),
                String.valueOf(named.get("description")));
    }

    private void stages(Closure<?> body) {
        new Directives("stages").on("stage", this::stage).read(body);
    }

    private void stage(Object[] arguments) {
        if (arguments.length != 2 || !(arguments[1] instanceof Closure<?> body)) {
            throw new PipelineError("stage takes a name and a block in braces.");
        }
        String name = arguments[0].toString();
        List<Closure<?>> steps = new ArrayList<>();
        new Directives("stage '" + name + "'").block("steps", steps::add).read(body);
        if (steps.size() != 1) {
            throw new PipelineError("stage '" + name + "' must have one block of steps.");
        }
        stages.add(new Stage(name, steps.get(0)));
    }

    private void post(Closure<?> body) {
        Directives known = new Directives("post");
        for (String condition : CONDITIONS) {
            known.block(condition, steps -> post.put(condition, steps));
        }
        known.read(body);
    }
}
