package io.jenkins.plugins.pchat.engine;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run of an operation has come to so far: a snapshot for whoever watches it while it works, and for the record when it has ended.
 * Times are milliseconds since the run began, for the clocks of the machines that an operation is seen from differ.
 *
 * @param run names the run: an operation that looks and acts anew after it was cut is another run of the same operation
 * @param title what the operation does to what
 * @param dryRun whether it stops after the plan
 * @param before the state in lines as it was read first; empty until then
 * @param facts what was read first, by name, where values rather than lines are of use; as in {@link Observation#facts()}
 * @param actions the plan; empty until it is made, and when nothing is to do
 * @param after the state in lines as it was read after the last action; empty until then
 */
public record Trace(
        String run,
        String title,
        boolean dryRun,
        List<String> before,
        Map<String, Object> facts,
        List<Action> actions,
        List<String> after)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    public Trace {
        before = List.copyOf(before);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        actions = List.copyOf(actions);
        after = List.copyOf(after);
    }

    /**
     * One action of the plan and what came of it.
     *
     * @param begun when it began; null while it has not
     * @param ended when it ended, well or not; null while it has not
     * @param failed whether it ended with a failure or an abort
     * @param note the last line that it said while it ran, such as its progress; null if it said none
     */
    public record Action(
            String where,
            String text,
            String statement,
            boolean destructive,
            Long begun,
            Long ended,
            boolean failed,
            String note)
            implements Serializable {

        private static final long serialVersionUID = 1L;

        /** Whether it is at work. */
        public boolean runs() {
            return begun != null && ended == null;
        }
    }

    /** What it does right now, in a few words and on one line. */
    public String doing() {
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            if (action.runs()) {
                return "%d/%d on %s: %s%s"
                        .formatted(
                                i + 1,
                                actions.size(),
                                action.where(),
                                action.text(),
                                action.note() == null
                                        ? ""
                                        : " (" + action.note().strip() + ")");
            }
        }
        return title + (before.isEmpty() ? ": looking" : after.isEmpty() ? "" : ": verified");
    }
}
