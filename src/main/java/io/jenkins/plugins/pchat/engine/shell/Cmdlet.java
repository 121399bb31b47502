package io.jenkins.plugins.pchat.engine.shell;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlainText;
import io.jenkins.plugins.pchat.engine.Unusable;
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

    /** Names have 253 characters, identities a little more. */
    private static final int LONGEST = 1_000;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 ._:\\\\-]*");

    /** All that PowerShell takes for an apostrophe: in a text in apostrophes each of them ends it unless it is doubled. */
    private static final Pattern APOSTROPHE = Pattern.compile("['\u2018\u2019\u201A\u201B]");

    public Cmdlet {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        select = List.copyOf(select);
        parameters.values().forEach(Cmdlet::check);
    }

    /** A person reads and copies the cmdlet from the log. */
    private static void check(Object value) {
        if (value instanceof Map<?, ?> changes) {
            changes.values().forEach(Cmdlet::check);
        } else if (value instanceof List<?> values) {
            values.forEach(Cmdlet::check);
        } else if (value instanceof String text && (text.length() > LONGEST || !PlainText.isPlain(text))) {
            throw new Unusable(
                    Failure.Code.SHELL,
                    "a value for a cmdlet has " + LONGEST + " characters at most, none of"
                            + " them a control character, a mark of writing direction or half a character: "
                            + PlainText.quoted(text));
        }
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
        return PLAIN.matcher(text).matches()
                ? '"' + text + '"'
                : "'" + APOSTROPHE.matcher(text).replaceAll("$0$0") + "'";
    }
}
