package io.jenkins.plugins.pchat.faults;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import io.jenkins.plugins.pchat.lab.EndState;
import io.jenkins.plugins.pchat.lab.LabSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs the procedure with the fault of one cell, then again without it, and says what is wrong. */
final class CellRun {

    /** Little to move and nothing that waits for long: there are a thousand labs to start. */
    static final LabSettings SETTINGS = new LabSettings(60, 0, 0, Duration.ofMillis(40), Duration.ofMillis(40));

    private static final Duration COMES_BACK = Duration.ofSeconds(20);

    private final Cell cell;
    private final List<String> wrong = new ArrayList<>();

    private CellRun(Cell cell) {
        this.cell = cell;
    }

    /**
     * What came of a cell.
     *
     * @param struck whether the moment came at all
     * @param failure what the first run said; null when it went on in spite of the fault
     * @param wrong what is not as it must be; empty when the fault was survived
     * @param lost acknowledged messages that are not on the primary in the end
     * @param log what both runs said
     */
    record Result(Cell cell, boolean struck, String failure, List<String> wrong, int lost, String log) {

        boolean survived() {
            return struck && wrong.isEmpty();
        }
    }

    static Result of(Cell cell) throws Exception {
        return new CellRun(cell).run();
    }

    private Result run() throws Exception {
        try (DataCentres lab = DataCentres.start(SETTINGS)) {
            Guardian guardian = new Guardian(lab);
            Striker striker = new Striker(cell, lab, guardian);
            lab.faults().moments(striker);
            Failback first = new Failback(lab, cell.key() + "-first");
            String failure = cut(first, striker);
            if (striker.struck()) {
                awaitServers(lab);
            }
            Failback again = cell.way().resumes() ? first : new Failback(lab, cell.key() + "-again");
            try {
                again.runWith(cell.point().step());
            } catch (Failure e) {
                wrong.add("the second run failed: " + e.getMessage());
            }
            lab.chat().close();
            EndState end = new EndState(lab);
            end.wrong(first.servers()).forEach(one -> wrong.add("in the end " + one));
            if (lab.servers().primary().databases().find(Failback.TRIAL_DATABASE) != null) {
                wrong.add("in the end the database of the trial is still there");
            }
            wrong.addAll(guardian.violations());
            if (guardian.seen() < 2) {
                wrong.add("mgc was overwritten " + guardian.seen() + " times; both instances' must be");
            }
            String log = first.log() + (again == first ? "" : "---- again\n" + again.log());
            return new Result(
                    cell,
                    striker.struck(),
                    failure,
                    List.copyOf(wrong),
                    end.onPrimary().lost(),
                    log);
        }
    }

    /** Runs up to the step of the cell, and that one with the fault. */
    private String cut(Failback first, Striker striker) throws Exception {
        Step step = cell.point().step();
        for (Step before : Step.changing()) {
            if (before.ordinal() < step.ordinal()) {
                first.run(before);
            }
        }
        striker.watch(step, first.application(step));
        try {
            first.run(step);
            if (cell.way().outlastsItsStep()) {
                for (Step next : Step.changing()) {
                    if (next.ordinal() > step.ordinal()) {
                        first.run(next);
                    }
                }
            }
            return null;
        } catch (Failure e) {
            if (!Cause.isNamed(cell.way(), e)) {
                wrong.add("the failure does not name the cause: " + e.getMessage());
            }
            return e.getMessage();
        } finally {
            striker.over();
        }
    }

    /** An instance that was killed comes back after a while. */
    private void awaitServers(DataCentres lab) throws InterruptedException {
        if (!cell.way().killsServer()) {
            return;
        }
        long end = System.nanoTime() + COMES_BACK.toNanos();
        while (lab.journal()
                .entries(entry -> entry.text().equals(DatabaseServers.UP_AGAIN))
                .isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The lab's server has not come back.");
            }
            Thread.sleep(20);
        }
    }
}
