package io.jenkins.plugins.pchat.engine.shell;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One cmdlet with its parameters, as values, never as script text. Made by {@link Cmdlets}.
 *
 * @param name from a fixed set that the script checks again
 * @param parameters by name; a value is a String, a Boolean (switches and {@code Confirm}), {@link #NULL} for
 *     {@code $null}, or a Map from a list verb ({@code Add}, {@code Remove}, {@code Replace}) to a list of strings
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

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 ._:\\\\-]*");

    public Cmdlet {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        select = List.copyOf(select);
    }

    /** The cmdlet as an administrator would type it; for people to read and to copy, never run from here. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(name);
        parameters.forEach((parameter, value) -> {
            line.append(" -").append(parameter);
            if (value instanceof Boolean on) {
                // A switch that is on needs no value; -Confirm is only ever switched off.
                line.append(on ? "" : ":$false");
            } else {
                line.append(' ').append(typed(value));
            }
        });
        return line.toString();
    }

    private static String typed(Object value) {
        if (value instanceof Map<?, ?> changes) {
            return changes.entrySet().stream()
                    .map(change -> change.getKey() + "=" + typed(change.getValue()))
                    .collect(Collectors.joining("; ", "@{", "}"));
        }
        if (value instanceof List<?> values) {
            return values.stream().map(Cmdlet::typed).collect(Collectors.joining(","));
        }
        if (value == NULL) {
            return "$null";
        }
        String text = value.toString();
        return PLAIN.matcher(text).matches() ? '"' + text + '"' : "'" + text.replace("'", "''") + "'";
    }
}
