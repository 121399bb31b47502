package io.jenkins.plugins.pchat.faults;

import io.jenkins.plugins.pchat.lab.fault.Moments;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Strikes the first statement or cmdlet that changes something, once: for a rehearsal, in which a person chooses the step and the way. The ways have the names that
 * they have in the matrix.
 */
public final class FirstChange implements Moments {

    private static final Map<Way, Blow> BEFORE = new EnumMap<>(Map.of(Way.DEADLOCK_VICTIM, Blow.DEADLOCK));
    private static final Map<Way, Blow> AFTER = new EnumMap<>(
            Map.of(Way.ANSWER_LOST, Blow.CUT, Way.SERVER_KILLED_AFTER, Blow.KILL, Way.SHELL_CRASH_AFTER, Blow.CRASH));

    private final Way way;
    private boolean struck;

    private FirstChange(Way way) {
        this.way = way;
    }

    /** The one of a name; empty when there is none, or when it is one of the lab's own faults. */
    public static Optional<FirstChange> of(String word) {
        return Arrays.stream(Way.values())
                .filter(way -> way.word().equals(word) && (BEFORE.containsKey(way) || AFTER.containsKey(way)))
                .map(FirstChange::new)
                .findFirst();
    }

    /** The names of all. */
    public static List<String> words() {
        return Arrays.stream(Way.values())
                .filter(way -> BEFORE.containsKey(way) || AFTER.containsKey(way))
                .map(Way::word)
                .toList();
    }

    /** Whether it has struck. */
    public synchronized boolean struck() {
        return struck;
    }

    @Override
    public synchronized Blow before(Request request) {
        return strike(BEFORE, changes(request));
    }

    @Override
    public synchronized Blow after(Request request) {
        return strike(AFTER, changes(request) && way != Way.SHELL_CRASH_AFTER);
    }

    @Override
    public synchronized Blow afterCmdlets(List<String> cmdlets) {
        return strike(
                AFTER, way == Way.SHELL_CRASH_AFTER && cmdlets.stream().anyMatch(cmdlet -> !cmdlet.startsWith("Get-")));
    }

    private static boolean changes(Request request) {
        return !request.reads() && request.application().startsWith("pchat-failback");
    }

    private Blow strike(Map<Way, Blow> blows, boolean here) {
        if (!here || struck || !blows.containsKey(way)) {
            return Blow.NONE;
        }
        struck = true;
        return blows.get(way);
    }
}
