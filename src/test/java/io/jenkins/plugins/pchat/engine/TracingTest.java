package io.jenkins.plugins.pchat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracingTest {

    private final Light light = new Light();

    @Test
    void showsAWatchHowFarItIs() throws Exception {
        List<Trace> seen = new ArrayList<>();
        new OperationRunner(Console.SILENT, seen::add).run(light, false);

        assertEquals(
                List.of(
                        "Switch the light on: looking",
                        "Switch the light on",
                        "1/1 on cellar: press the switch",
                        "1/1 on cellar: press the switch (click)",
                        "Switch the light on: verified"),
                seen.stream().map(Trace::doing).distinct().toList());
        Trace last = seen.get(seen.size() - 1);
        assertEquals(List.of("the light is off"), last.before());
        assertEquals(List.of("the light is on"), last.after());
        assertEquals("PRESS", last.actions().get(0).statement());
        assertFalse(last.actions().get(0).failed());
        assertEquals(1, seen.stream().map(Trace::run).distinct().count());
    }

    @Test
    void aWatchSeesTheActionThatFailed() {
        light.failure = Failure.of(Failure.Code.SQL, "The fuse has blown.");
        List<Trace> seen = new ArrayList<>();

        assertThrows(Failure.class, () -> new OperationRunner(Console.SILENT, seen::add).run(light, false));

        Trace.Action action = seen.get(seen.size() - 1).actions().get(0);
        assertTrue(action.failed());
        assertFalse(action.runs());
    }

    @Test
    void aWatchSeesThePlanOfADryRun() throws Exception {
        List<Trace> seen = new ArrayList<>();
        new OperationRunner(Console.SILENT, seen::add).run(light, true);

        Trace last = seen.get(seen.size() - 1);
        assertTrue(last.dryRun());
        assertEquals(1, last.actions().size());
        assertEquals(null, last.actions().get(0).begun());
    }
}
