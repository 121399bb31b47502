package io.jenkins.plugins.pchat.engine;

import java.util.List;
import java.util.Map;

/** An operation on a light, which can be wet, broken or dark. */
final class Light implements Operation<Light.Seen> {

    int presses;
    boolean on;
    boolean wet;
    boolean broken;
    boolean blindAfterwards;
    Failure failure;
    InterruptedException abort;

    @Override
    public String title() {
        return "Switch the light on";
    }

    @Override
    public Seen observe() throws Failure {
        if (presses > 0 && blindAfterwards) {
            throw Failure.of(Failure.Code.CONNECT, "It is too dark to see.");
        }
        return new Seen(on);
    }

    @Override
    public boolean done(Seen seen) {
        return seen.on();
    }

    @Override
    public List<Guard<Seen>> guards() {
        return List.of(Guard.refuseIf("dry", seen -> wet, seen -> "The switch is wet.", "Dry it."));
    }

    @Override
    public Plan plan(Seen seen) {
        return Plan.of(new PlannedAction("cellar", "press the switch", "PRESS", true, this::press));
    }

    private void press(Console console) throws Failure, InterruptedException {
        presses++;
        if (failure != null) {
            throw failure;
        }
        if (abort != null) {
            throw abort;
        }
        console.line("click");
        on = !broken;
    }

    @Override
    public Outcome outcome(Seen before, Seen after, boolean changed) throws Failure {
        if (changed && !after.on()) {
            throw Failure.of(Failure.Code.NOT_VERIFIED, "The light is still off.");
        }
        return new Outcome(changed, after.on() ? "on" : "off", Map.of());
    }

    record Seen(boolean on) implements Observation {

        @Override
        public List<String> lines() {
            return List.of("the light is " + (on ? "on" : "off"));
        }
    }
}
