package io.jenkins.plugins.pchat.host;

import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A step as the script calls it.
 *
 * @param arguments by name; null when there is {@code single}
 * @param single the one argument given without a name; null if there is none
 * @param body the block that follows; null if there is none
 */
record StepCall(String name, Map<String, Object> arguments, Object single, Closure<?> body) {

    static StepCall of(String name, Object[] given) {
        int count = given.length;
        Closure<?> body = null;
        if (count > 0 && given[count - 1] instanceof Closure<?> last) {
            body = last;
            count--;
        }
        if (count > 1) {
            throw new PipelineError(
                    "Step '" + name + "' takes named arguments, or one without a name; it was given " + count + ".");
        }
        Map<String, Object> named = new LinkedHashMap<>();
        if (count == 1 && given[0] instanceof Map<?, ?> map) {
            map.forEach((key, value) -> named.put(String.valueOf(key), value));
        }
        Object single = count == 1 && !(given[0] instanceof Map) ? given[0] : null;
        return new StepCall(name, named, single, body);
    }

    /** The one argument without a name, or the named one in its place. */
    Object soleOr(String argument) {
        return single != null ? single : arguments.get(argument);
    }

    /** The arguments by name, the one without a name among them. */
    Map<String, Object> named(String sole) {
        return single == null ? arguments : Map.of(sole, single);
    }

    /** Refuses arguments that the step does not have. */
    StepCall only(String... known) {
        for (String argument : arguments.keySet()) {
            if (!java.util.List.of(known).contains(argument)) {
                throw new PipelineError("Step '" + name + "' has no argument '" + argument + "' here, only "
                        + java.util.List.of(known) + ".");
            }
        }
        return this;
    }

    /** A text, from a string or a GString; null if it was not given. */
    String text(String argument) {
        Object value = arguments.get(argument);
        return value == null ? null : value.toString();
    }
}
