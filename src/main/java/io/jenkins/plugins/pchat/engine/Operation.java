package io.jenkins.plugins.pchat.engine;

import java.util.List;

/**
 * One verb of the procedure: it reads, plans, is applied action by action, and reads again. Run a second time it finds nothing to do.
 *
 * <p>An operation holds its ports (sessions, shell) and its request; {@link OperationRunner} drives it.
 *
 * @param <S> what it reads
 */
public interface Operation<S extends Observation> {

    /** What it does to what, for the first line of the log: {@code Back up mgc on SQLB\RTC}. */
    String title();

    /** Reads, and only reads. */
    S observe() throws Failure, InterruptedException;

    /** Whether the wanted state is there already: then neither guards nor plan are asked for. */
    boolean done(S seen);

    /** The checks that must hold before anything is changed, in the order in which they are made. */
    List<Guard<S>> guards();

    /** What will be done, in order. Making a plan changes nothing, and a plan's statements are all that will run. */
    Plan plan(S seen) throws Failure;

    /**
     * What came of it.
     *
     * @param before what was seen before the plan was applied
     * @param after what was seen afterwards; {@code before} itself when nothing was to do or on a dry run
     * @param changed whether anything was executed
     * @throws Failure if {@code changed} and {@code after} is not the wanted state
     */
    Outcome outcome(S before, S after, boolean changed) throws Failure;
}
