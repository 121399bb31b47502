package io.jenkins.plugins.pchat.engine.shell;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One cmdlet with its parameters, as values, never as script text. Made by {@link Cmdlets}.
 *
 * @param name from a fixed set that the script checks again
 * @param parameters by name; a value is a String, a Boolean (switches and {@code Confirm}), {@link #NULL} for {@code $null}, or a
 *     Map from a list verb ({@code Add}, {@code Remove}, {@code Replace}) to a list of strings
 * @param select the properties of each object of the output to read, as strings or lists of strings
 */
public record Cmdlet(String name, Map<String, Object> parameters, List<String> select) {

    /** PowerShell's {@code $null} as the value of a parameter. */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "$null";
        }
    };

    public Cmdlet {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        select = List.copyOf(select);
    }
}
