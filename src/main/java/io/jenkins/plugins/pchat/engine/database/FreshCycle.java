package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import java.util.List;

/**
 * One cycle of backup, copy and restore that is run to see whether it works. A job that fails is what it came to, and no end of the looking: the jobs after
 * it are left out then, for they would prove nothing.
 */
final class FreshCycle {

    private int actions;
    private int ended;
    private Failure failure;

    /** The cycle's actions, whose failures are kept here. */
    List<PlannedAction> of(List<PlannedAction> cycle) {
        actions = cycle.size();
        return cycle.stream()
                .map(action -> new PlannedAction(
                        action.where(), action.text(), action.statement(), action.destructive(), console -> {
                            run(action, console);
                        }))
                .toList();
    }

    private void run(PlannedAction action, Console console) throws InterruptedException {
        if (failure != null) {
            console.line("Left out, for an earlier job of the cycle has failed.");
            return;
        }
        try {
            action.effect().run(console);
            ended++;
        } catch (Failure e) {
            failure = e;
            console.line(e.what());
        }
    }

    /** Whether all of its jobs were run. */
    boolean complete() {
        return actions > 0 && ended == actions;
    }

    /** Why it did not come to its end; null if it did, and while it was not begun. */
    Failure failure() {
        return failure;
    }
}
