package io.jenkins.plugins.pchat.lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** PowerShell's list modifier: {@code @{Add=...; Remove=...}} or {@code @{Replace=...}}. */
record ListModifier(CmdletCall call) {

    private static final Set<String> VERBS = Set.of("Add", "Remove", "Replace");

    List<String> apply(List<String> current) throws CmdletError {
        Map<String, List<String>> changes = call.changes("ActiveServers");
        if (!VERBS.containsAll(changes.keySet()) || changes.isEmpty()) {
            throw call.conversion("ActiveServers", "the keys of the hash table can be Add, Remove and Replace.");
        }
        if (changes.containsKey("Replace")) {
            if (changes.size() > 1) {
                throw call.conversion("ActiveServers", "Replace can't be combined with Add or Remove.");
            }
            return changes.get("Replace");
        }
        List<String> result = new ArrayList<>(current);
        for (String removed : changes.getOrDefault("Remove", List.of())) {
            result.removeIf(removed::equalsIgnoreCase);
        }
        for (String added : changes.getOrDefault("Add", List.of())) {
            if (result.stream().noneMatch(added::equalsIgnoreCase)) {
                result.add(added);
            }
        }
        return result;
    }
}
