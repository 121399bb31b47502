package io.jenkins.plugins.pchat.engine;

import java.time.Duration;
import java.util.Locale;

/**
 * Drives one operation: observe, guards, plan, apply, verify, outcome. Everything it does is in the log: a dry run prints the
 * plan with its statements, a real one each statement right before it runs.
 */
public final class OperationRunner {

    /** What a guard's refusal leaves. */
    public static final String UNTOUCHED = "nothing was changed by this step.";

    private final Console console;
    private final Watch watch;

    /** A runner that nobody watches. */
    public OperationRunner(Console console) {
        this(console, Watch.NOBODY);
    }

    /**
     * A runner.
     *
     * @param watch sees what each run comes to
     */
    public OperationRunner(Console console, Watch watch) {
        this.console = line -> console.line(PlainText.line(line));
        this.watch = watch;
    }

    /**
     * Runs an operation.
     *
     * @param dryRun stop after the plan was printed: nothing is executed
     * @throws Failure if a guard says no, an action fails, or the state afterwards is not the wanted one
     * @throws InterruptedException if the build was aborted; the state that was left is in the log
     */
    public <S extends Observation> Outcome run(Operation<S> operation, boolean dryRun)
            throws Failure, InterruptedException {
        try {
            return work(operation, dryRun);
        } catch (Unusable e) {
            throw e.failure(operation.title());
        }
    }

    private <S extends Observation> Outcome work(Operation<S> operation, boolean dryRun)
            throws Failure, InterruptedException {
        console.line(operation.title() + (dryRun ? " (dry run)" : ""));
        Tracing tracing = new Tracing(watch, operation.title(), dryRun);
        S before = operation.observe();
        tracing.observed(before);
        before.lines().forEach(console.indented()::line);
        if (operation.done(before)) {
            console.line("Nothing to do. changed: false");
            return operation.outcome(before, before, false);
        }
        check(operation, before);
        Plan plan = operation.plan(before);
        tracing.planned(plan);
        if (dryRun) {
            console.line("Plan:");
            plan.lines().forEach(console.indented()::line);
            console.line("Dry run: nothing was executed. changed: false");
            return operation.outcome(before, before, false).with(plan);
        }
        apply(operation, plan, tracing);
        S after = operation.observe();
        tracing.verified(after);
        Outcome outcome = outcome(operation, before, after).with(plan);
        console.line("Verified:");
        after.lines().forEach(console.indented()::line);
        console.line("changed: " + outcome.changed() + ", state: " + outcome.state());
        return outcome;
    }

    /** A failure that doesn't say what was seen afterwards has it in the log. */
    private <S extends Observation> Outcome outcome(Operation<S> operation, S before, S after) throws Failure {
        try {
            return operation.outcome(before, after, true);
        } catch (Failure e) {
            if (e.stateLeft() == null) {
                after.lines().forEach(console.indented()::line);
            }
            throw e;
        }
    }

    private <S extends Observation> void check(Operation<S> operation, S before) throws Failure {
        for (Guard<S> guard : operation.guards()) {
            var refusal = guard.check().apply(before);
            if (refusal.isPresent()) {
                throw Failure.of(Failure.Code.REFUSED, refusal.get().reason() + " (guard " + guard.id() + ")")
                        .leaving(UNTOUCHED)
                        .next(refusal.get().remedy());
            }
        }
    }

    private <S extends Observation> void apply(Operation<S> operation, Plan plan, Tracing tracing)
            throws Failure, InterruptedException {
        int number = 0;
        for (PlannedAction action : plan.actions()) {
            String name = "%d/%d on %s: %s".formatted(++number, plan.actions().size(), action.where(), action.text());
            console.line(name + (action.destructive() ? " (overwrites data)" : ""));
            action.statement().lines().forEach(line -> console.line("      " + line));
            long start = System.nanoTime();
            int index = number - 1;
            tracing.begun(index);
            try {
                action.effect().run(tracing.noting(index, console.indented()));
                tracing.ended(index, false);
            } catch (Failure | Unusable e) {
                tracing.ended(index, true);
                Failure failure =
                        (e instanceof Failure known ? known : ((Unusable) e).failure(operation.title())).during(name);
                throw failure.stateLeft() == null ? failure.leaving(stateLeft(operation)) : failure;
            } catch (InterruptedException e) {
                tracing.ended(index, true);
                Thread.interrupted();
                sayStateLeft("Stopped during " + name + ".", operation);
                throw e;
            }
            console.indented().line("done in " + seconds(Duration.ofNanos(System.nanoTime() - start)));
        }
    }

    /** Writes what has ended, and in which state it has left things. */
    public void sayStateLeft(String ended, Operation<?> operation) throws InterruptedException {
        String left = Failure.stateLine(stateLeft(operation));
        (ended + " " + left).lines().forEach(console::line);
    }

    /** Looks once more after something went wrong; a look that fails too is part of the answer, not a new failure. */
    private String stateLeft(Operation<?> operation) throws InterruptedException {
        try {
            return String.join("\n", PlainText.lines(operation.observe().lines()));
        } catch (Failure e) {
            return "not known, for reading it failed as well: " + e.what();
        } catch (Unusable e) {
            return "not known, for what was read can't be used: " + e.getMessage();
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
