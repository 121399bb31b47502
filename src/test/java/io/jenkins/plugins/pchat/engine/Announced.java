package io.jenkins.plugins.pchat.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Watches a run and holds what it executes against the plan that it has shown: the same statement, or the same but for places such as {@code <user>}, which
 * the plan could not know yet, or a part of one. A statement may run again, and one of a later action may run early: after a failure, to leave things as they should be.
 */
public final class Announced implements Watch {

    private static final Pattern PLACE = Pattern.compile("<[a-z ]+>");

    private final List<String> shown = new ArrayList<>();
    private boolean dryRun;

    @Override
    public void saw(Trace trace) {
        shown.clear();
        for (Trace.Action action : trace.actions()) {
            shown.add(action.statement());
            // What a wait may have to do is announced in a line of its own.
            action.statement()
                    .lines()
                    .filter(line -> line.startsWith("(") && line.endsWith(")"))
                    .forEach(line -> shown.add(line.substring(line.lastIndexOf(": ") + 2, line.length() - 1)));
        }
        dryRun = trace.dryRun();
    }

    /** Whatever was executed had been shown. */
    public void assertHolds(List<String> executed) {
        assertTrue(!dryRun || executed.isEmpty(), () -> "a dry run executed " + executed);
        for (String statement : executed) {
            assertTrue(
                    shown.stream().anyMatch(plan -> isShown(plan, statement)),
                    () -> "not in the plan:\n" + statement + "\nthe plan:\n" + String.join("\n--\n", shown));
        }
    }

    private static boolean isShown(String plan, String statement) {
        if (plan.contains(statement)) {
            return true;
        }
        String form = Arrays.stream(PLACE.split(plan, -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
        return PLACE.matcher(plan).find()
                && Pattern.compile(form, Pattern.DOTALL).matcher(statement).matches();
    }
}
