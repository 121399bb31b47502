package io.jenkins.plugins.pchat.engine;

import java.util.ArrayList;
import java.util.List;

/** What an operation will do, in order. */
public record Plan(List<PlannedAction> actions) {

    public static final Plan NOTHING = new Plan(List.of());

    public Plan {
        actions = List.copyOf(actions);
    }

    public static Plan of(PlannedAction... actions) {
        return new Plan(List.of(actions));
    }

    public boolean isEmpty() {
        return actions.isEmpty();
    }

    /** The plan as a person reads it, numbered, each action followed by its statement. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (PlannedAction action : actions) {
            lines.add("%d. On %s: %s%s"
                    .formatted(
                            ++number, action.where(), action.text(), action.destructive() ? " (overwrites data)" : ""));
            action.statement().lines().forEach(line -> lines.add("      " + line));
        }
        return lines;
    }
}
