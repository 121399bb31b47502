package io.jenkins.plugins.pchat.lab.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.json.JSONArray;
import org.json.JSONObject;

/** A cmdlet with its parameters, bound as PowerShell binds them: names without regard to case, unknown ones refused. */
final class CmdletCall {

    /** PowerShell's {@code $null}. */
    private static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "$null";
        }
    };

    private final String name;
    private final Map<String, Object> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * @param forms the parameters as the script gets them: each an object with one member, {@code text},
     *     {@code flag}, {@code null} or {@code modify}
     */
    CmdletCall(String name, JSONObject forms) {
        this.name = name;
        for (String parameter : forms.keySet()) {
            parameters.put(parameter, value(forms.getJSONObject(parameter)));
        }
    }

    private static Object value(JSONObject form) {
        if (form.has("null")) {
            return NULL;
        }
        if (form.has("flag")) {
            return form.getBoolean("flag");
        }
        if (form.has("text")) {
            return form.getString("text");
        }
        Map<String, List<String>> changes = new LinkedHashMap<>();
        JSONObject modify = form.getJSONObject("modify");
        for (String verb : modify.keySet()) {
            List<String> values = new ArrayList<>();
            JSONArray list = modify.getJSONArray(verb);
            for (int i = 0; i < list.length(); i++) {
                values.add(list.getString(i));
            }
            changes.put(verb, values);
        }
        return changes;
    }

    String name() {
        return name;
    }

    /** Whether the cmdlet changes the configuration. */
    boolean changes() {
        return !name.startsWith("Get-");
    }

    /** Refuses parameters that the cmdlet does not have. */
    void allow(String... names) throws CmdletError {
        for (String given : parameters.keySet()) {
            if (List.of(names).stream().noneMatch(given::equalsIgnoreCase)) {
                throw new CmdletError(
                        "NamedParameterNotFound," + name,
                        "InvalidArgument",
                        "A parameter cannot be found that matches parameter name '" + given + "'.");
            }
        }
    }

    boolean has(String parameter) {
        return parameters.containsKey(parameter);
    }

    boolean isNull(String parameter) {
        return parameters.get(parameter) == NULL;
    }

    /** A switch; absent is off. */
    boolean isOn(String parameter) {
        return Boolean.TRUE.equals(parameters.get(parameter));
    }

    /** A string parameter; null when it isn't given. */
    String text(String parameter) throws CmdletError {
        Object value = parameters.get(parameter);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw conversion(parameter, "it takes a string.");
    }

    /** A list modifier, by verb. */
    @SuppressWarnings("unchecked")
    Map<String, List<String>> changes(String parameter) throws CmdletError {
        if (parameters.get(parameter) instanceof Map<?, ?> changes) {
            return (Map<String, List<String>>) changes;
        }
        throw conversion(parameter, "it takes $null or a hash table with Add, Remove or Replace.");
    }

    CmdletError conversion(String parameter, String why) {
        return new CmdletError(
                "CannotConvertArgumentNoMessage," + name,
                "InvalidArgument",
                "Cannot bind parameter '" + parameter + "': " + why);
    }

    /** The cmdlet as it would be typed, for the journal. */
    @Override
    public String toString() {
        return name
                + parameters.entrySet().stream()
                        .map(entry -> " -" + entry.getKey() + typed(entry.getValue()))
                        .collect(Collectors.joining());
    }

    private static String typed(Object value) {
        if (value instanceof Boolean on) {
            return on ? "" : ":$false";
        }
        if (value instanceof Map<?, ?> changes) {
            return changes.entrySet().stream()
                    .map(change -> change.getKey() + "=" + String.join(",", quoted((List<?>) change.getValue())))
                    .collect(Collectors.joining("; ", " @{", "}"));
        }
        return " " + (value == NULL ? NULL : "\"" + value + "\"");
    }

    private static List<String> quoted(List<?> values) {
        return values.stream().map(value -> "\"" + value + "\"").toList();
    }
}
