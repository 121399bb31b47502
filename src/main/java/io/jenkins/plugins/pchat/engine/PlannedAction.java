package io.jenkins.plugins.pchat.engine;

import java.util.Objects;

/**
 * One line of a plan.
 *
 * @param where the instance or pool it runs on, as the server names itself
 * @param text what it does, in words
 * @param statement the T-SQL batch or the cmdlet, exactly as it will run, without secrets
 * @param destructive whether it overwrites or removes data
 * @param effect does it; never called on a dry run
 */
public record PlannedAction(String where, String text, String statement, boolean destructive, Effect effect) {

    public PlannedAction {
        Objects.requireNonNull(statement);
        Objects.requireNonNull(effect);
        where = PlainText.line(Objects.requireNonNull(where));
        text = PlainText.line(Objects.requireNonNull(text));
    }

    /** The only thing in the engine that changes a server. */
    @FunctionalInterface
    public interface Effect {
        void run(Console console) throws Failure, InterruptedException;
    }
}
