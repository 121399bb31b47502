package io.jenkins.plugins.pchat.faults;

import io.jenkins.plugins.pchat.lab.DataCentres;
import java.util.ArrayList;
import java.util.List;

/** Writes down all moments of a run in which nothing goes wrong. */
final class Recording extends Sighting {

    /** A look that is repeated until something has settled: how often differs from run to run, and the third is as good as the tenth. */
    private static final int OFTEN = 3;

    private final List<Point> points = new ArrayList<>();

    private Recording() {}

    /** The moments of the whole procedure, in order. */
    static List<Point> take() throws Exception {
        Recording recording = new Recording();
        try (DataCentres lab = DataCentres.start(CellRun.SETTINGS)) {
            lab.faults().moments(recording);
            Failback failback = new Failback(lab, "recorded");
            for (Step step : Step.values()) {
                recording.watch(step, failback.application(step));
                failback.run(step);
                recording.rest();
            }
        }
        return List.copyOf(recording.points);
    }

    @Override
    Blow before(Point point, Request request) {
        if (point.occurrence() <= OFTEN) {
            points.add(point);
        }
        return Blow.NONE;
    }

    @Override
    Blow after(Point point) {
        return Blow.NONE;
    }

    @Override
    Blow others(String someApplication) {
        return Blow.NONE;
    }
}
