package io.jenkins.plugins.pchat.engine.shell;

import java.util.List;
import java.util.Map;

/**
 * What one cmdlet put out.
 *
 * @param objects the objects, in order; of each the selected properties by name: a list of strings each, a single
 *     value being a list of one, {@code $null} an empty one
 * @param warnings what it warned of
 */
public record ShellResult(List<Map<String, List<String>>> objects, List<String> warnings) {

    public ShellResult {
        objects = List.copyOf(objects);
        warnings = List.copyOf(warnings);
    }

    public ShellResult(List<Map<String, List<String>>> objects) {
        this(objects, List.of());
    }
}
