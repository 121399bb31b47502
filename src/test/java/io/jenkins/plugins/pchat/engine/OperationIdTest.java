package io.jenkins.plugins.pchat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OperationIdTest {

    @Test
    void noTwoOperationsHaveTheSameIdThoughABuildsNumberComesAgain() {
        assertNotEquals(OperationId.unique("failback#1", "10"), OperationId.unique("failback#1", "10"));
    }

    @Test
    void namesTheBuildAndTheStep() {
        assertTrue(OperationId.unique("folder/failback#1", "10").value().startsWith("folder-failback#1-10-"));
    }

    @Test
    void keepsTheEndOfALongName() {
        String id = OperationId.unique("x".repeat(200) + "#17", "10").value();

        assertEquals(80, id.length());
        assertTrue(id.contains("#17-10-"), id);
    }

    @Test
    void refusesWhatAServerCouldMisread() {
        assertThrows(IllegalArgumentException.class, () -> new OperationId("a b"));
        assertThrows(IllegalArgumentException.class, () -> new OperationId(""));
    }
}
