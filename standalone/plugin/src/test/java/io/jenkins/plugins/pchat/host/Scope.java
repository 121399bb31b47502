package io.jenkins.plugins.pchat.host;

import groovy.lang.Closure;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/**
 * What surrounds a step: the log of the build, and what the blocks around it provide, such as the agent inside {@code
 * node}.
 */
public final class Scope {

    private final BuildLog log;
    private final Deque<Map<Class<?>, Object>> blocks = new ArrayDeque<>();
    private final HostFlow flow;

    Scope(BuildLog log, HostRun run) {
        this.log = log;
        this.flow = run.flow();
        blocks.push(Map.of(Run.class, run, TaskListener.class, run.listener()));
    }

    HostFlow flow() {
        return flow;
    }

    BuildLog log() {
        return log;
    }

    /** What the innermost block that has such a thing provides; null if none does. */
    <T> T get(Class<T> type) {
        for (Map<Class<?>, Object> block : blocks) {
            if (block.get(type) != null) {
                return type.cast(block.get(type));
            }
        }
        return null;
    }

    /** All that a step called here finds in its context; the inner blocks hide the outer ones. */
    Map<Class<?>, Object> provided() {
        Map<Class<?>, Object> all = new HashMap<>();
        blocks.descendingIterator().forEachRemaining(all::putAll);
        all.put(FlowNode.class, flow.head());
        return all;
    }

    /** Runs the block that follows a step, inside of which there is more than around it. */
    Object run(StepCall call, Map<Class<?>, Object> provided) {
        if (call.body() == null) {
            throw new PipelineError("Step '" + call.name() + "' must be followed by a block in braces.");
        }
        return run(call.name(), call.body(), provided);
    }

    private Object run(String name, Closure<?> body, Map<Class<?>, Object> provided) {
        log.pipeline("{");
        blocks.push(provided);
        try {
            return body.call();
        } finally {
            blocks.pop();
            log.pipeline("}");
            log.pipeline("// " + name);
        }
    }
}
