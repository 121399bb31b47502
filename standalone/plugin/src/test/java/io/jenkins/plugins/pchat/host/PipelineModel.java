package io.jenkins.plugins.pchat.host;

import groovy.lang.Closure;
import java.util.List;
import java.util.Map;

/**
 * A Declarative pipeline as it was read.
 *
 * @param options their names
 * @param post the blocks by condition
 */
record PipelineModel(
        List<String> options, List<Parameter> parameters, List<Stage> stages, Map<String, Closure<?>> post) {

    /**
     * A parameter of the build.
     *
     * @param kind {@code string}, {@code text}, {@code booleanParam}, {@code choice} or {@code credentials}
     */
    record Parameter(String kind, String name, String defaultValue, boolean trim, String description) {

        /** What the build reads of it. */
        Object value(String given) {
            String value = given == null ? defaultValue : given;
            return kind.equals("booleanParam") ? (Object) Boolean.valueOf(value) : trim ? value.trim() : value;
        }
    }

    /** A stage with its steps, not run yet. */
    record Stage(String name, Closure<?> steps) {}
}
