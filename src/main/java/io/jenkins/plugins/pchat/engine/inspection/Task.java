package io.jenkins.plugins.pchat.engine.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that is left for a person.
 *
 * @param what to do, in a few words
 * @param why it has to be done, and when, as a sentence
 * @param commands to be copied as they are: T-SQL with the server in its first line, or PowerShell; each may have several lines
 */
record Task(String what, String why, List<String> commands) {

    Task {
        commands = List.copyOf(commands);
    }

    /** As a person reads it. */
    List<String> lines(int number) {
        List<String> lines = new ArrayList<>();
        lines.add(number + ". " + what + ": " + why);
        commands.forEach(command -> command.lines().forEach(line -> lines.add("      " + line)));
        return lines;
    }

    /** As values for a pipeline: {@code what}, {@code why} and {@code commands}. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("what", what);
        values.put("why", why);
        values.put("commands", commands);
        return values;
    }
}
