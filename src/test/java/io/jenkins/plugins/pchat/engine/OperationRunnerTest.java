package io.jenkins.plugins.pchat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationRunnerTest {

    private final List<String> log = new ArrayList<>();
    private final Light light = new Light();

    private Outcome run(boolean dryRun) throws Failure, InterruptedException {
        return new OperationRunner(log::add).run(light, dryRun);
    }

    @Test
    void readsActsAndReadsAgain() throws Exception {
        Outcome outcome = run(false);

        assertTrue(outcome.changed());
        assertEquals("on", outcome.state());
        assertEquals(
                List.of(
                        "Switch the light on",
                        "  the light is off",
                        "1/1 on cellar: press the switch (overwrites data)",
                        "      PRESS",
                        "  click",
                        "Verified:",
                        "  the light is on",
                        "changed: true, state: on"),
                log.stream().filter(line -> !line.startsWith("  done in ")).toList());
    }

    @Test
    void doesNothingTheSecondTime() throws Exception {
        run(false);
        log.clear();

        Outcome second = run(false);

        assertFalse(second.changed());
        assertEquals(List.of(), second.plan());
        assertEquals(1, light.presses);
        assertEquals("Nothing to do. changed: false", log.get(2));
    }

    @Test
    void executesNothingOnADryRunAndShowsTheStatements() throws Exception {
        Outcome outcome = run(true);

        assertFalse(outcome.changed());
        assertEquals(0, light.presses);
        assertEquals(List.of("1. On cellar: press the switch (overwrites data)", "      PRESS"), outcome.plan());
        assertTrue(log.contains("Dry run: nothing was executed. changed: false"), log.toString());
    }

    @Test
    void stopsAtAGuardBeforeAnythingIsExecuted() {
        light.wet = true;

        Failure failure = assertThrows(Failure.class, () -> run(false));

        assertEquals(0, light.presses);
        assertEquals(
                "[REFUSED] The switch is wet. (guard dry)\nState left: nothing was changed by this step.\nNext: Dry it.",
                failure.getMessage());
    }

    @Test
    void looksAgainWhenAnActionFailsAndTellsWhatIsLeft() {
        light.failure = Failure.of(Failure.Code.SQL, "The fuse has blown.");

        Failure failure = assertThrows(Failure.class, () -> run(false));

        assertEquals("the light is off", failure.stateLeft());
        assertEquals("The fuse has blown.", failure.what());
    }

    @Test
    void tellsDuringWhichActionItFailed() {
        light.failure = Failure.of(Failure.Code.SQL, "The fuse has blown.");

        Failure failure = assertThrows(Failure.class, () -> run(false));

        assertEquals(
                "During: 1/1 on cellar: press the switch",
                failure.getMessage().lines().toList().get(1));
    }

    @Test
    void aStateOfSeveralLinesStandsBelowItsHeading() {
        Failure failure = Failure.of(Failure.Code.SQL, "The fuse has blown.")
                .leaving(() -> List.of("the light is off", "the door is open"))
                .next("Go home.");

        assertEquals(
                "[SQL] The fuse has blown.\nState left:\n  the light is off\n  the door is open\nNext: Go home.",
                failure.getMessage());
    }

    @Test
    void keepsTheFirstFailureWhenLookingAgainFailsToo() {
        light.failure = Failure.of(Failure.Code.SQL, "The fuse has blown.");
        light.blindAfterwards = true;

        Failure failure = assertThrows(Failure.class, () -> run(false));

        assertEquals("The fuse has blown.", failure.what());
        assertEquals("not known, for reading it failed as well: It is too dark to see.", failure.stateLeft());
    }

    @Test
    void tellsWhatIsLeftWhenItIsInterrupted() {
        InterruptedException abort = new InterruptedException();
        light.abort = abort;

        assertSame(abort, assertThrows(InterruptedException.class, () -> run(false)));

        assertEquals(
                "Stopped during 1/1 on cellar: press the switch. State left: the light is off",
                log.get(log.size() - 1));
    }

    @Test
    void doesNotCallASuccessWhatIsNotTheWantedState() {
        light.broken = true;

        assertEquals(
                Failure.Code.NOT_VERIFIED,
                assertThrows(Failure.class, () -> run(false)).code());
        assertEquals("  the light is off", log.get(log.size() - 1), "what was seen afterwards is in the log");
    }

    @Test
    void showsWhatWasReadAgainWhenTheFailureDoesNot() {
        light.broken = true;

        assertThrows(Failure.class, () -> run(false));

        assertEquals("  the light is off", log.get(log.size() - 1));
    }
}
