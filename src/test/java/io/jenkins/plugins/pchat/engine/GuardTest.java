package io.jenkins.plugins.pchat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GuardTest {

    private static final Guard<Integer> SMALL =
            Guard.refuseIf("small", number -> number > 9, number -> number + " is too much.", "Take less.");

    @Test
    void looksAtAPartOfSomethingLarger() {
        Guard<String> length = SMALL.on(String::length);
        assertEquals("small", length.id());
        assertEquals(
                "10 is too much.",
                length.check().apply("ten letters".substring(1)).orElseThrow().reason());
    }

    @Test
    void mattersOnlyUnderItsCondition() {
        Guard<Integer> even = SMALL.when(number -> number % 2 == 0);
        assertTrue(even.check().apply(12).isPresent());
        assertFalse(even.check().apply(13).isPresent());
    }
}
