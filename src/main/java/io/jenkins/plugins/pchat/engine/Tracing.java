package io.jenkins.plugins.pchat.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Follows one run of an operation and shows each change of its trace to a watch. */
final class Tracing {

    private final Watch watch;
    private final String run = UUID.randomUUID().toString();
    private final long start = System.nanoTime();
    private final String title;
    private final boolean dryRun;
    private List<String> before = List.of();
    private Map<String, Object> facts = Map.of();
    private final List<Trace.Action> actions = new ArrayList<>();
    private List<String> after = List.of();

    Tracing(Watch watch, String title, boolean dryRun) {
        this.watch = watch;
        this.title = title;
        this.dryRun = dryRun;
        show();
    }

    synchronized void observed(Observation seen) {
        before = PlainText.lines(seen.lines());
        facts = seen.facts();
        show();
    }

    synchronized void planned(Plan plan) {
        for (PlannedAction action : plan.actions()) {
            actions.add(new Trace.Action(
                    action.where(), action.text(), action.statement(), action.destructive(), null, null, false, null));
        }
        show();
    }

    synchronized void begun(int index) {
        Trace.Action action = actions.get(index);
        replace(index, action, now(), null, false, null);
    }

    /** The console of an action: what it says is shown as its note. */
    Console noting(int index, Console console) {
        return line -> {
            console.line(line);
            note(index, PlainText.line(line));
        };
    }

    private synchronized void note(int index, String line) {
        Trace.Action action = actions.get(index);
        if (action.runs()) {
            replace(index, action, action.begun(), null, false, line);
        }
    }

    synchronized void ended(int index, boolean failed) {
        Trace.Action action = actions.get(index);
        replace(index, action, action.begun(), now(), failed, action.note());
    }

    synchronized void verified(Observation seen) {
        after = PlainText.lines(seen.lines());
        show();
    }

    private void replace(int index, Trace.Action action, Long begun, Long ended, boolean failed, String note) {
        actions.set(
                index,
                new Trace.Action(
                        action.where(),
                        action.text(),
                        action.statement(),
                        action.destructive(),
                        begun,
                        ended,
                        failed,
                        note));
        show();
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private void show() {
        watch.saw(new Trace(run, title, dryRun, before, facts, actions, after));
    }
}
