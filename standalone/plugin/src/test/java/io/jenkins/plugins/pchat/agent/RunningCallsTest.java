package io.jenkins.plugins.pchat.agent;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.OperationId;
import org.junit.jupiter.api.Test;

class RunningCallsTest {

    private static final OperationId ID = new OperationId("running-calls-test");

    @Test
    void interruptsTheThreadThatRunsAnOperation() {
        try (RunningCalls.Entry entry = RunningCalls.enter(ID)) {
            assertTrue(RunningCalls.interrupt(ID));
            assertTrue(Thread.currentThread().isInterrupted());
        }
    }

    @Test
    void aLateInterruptStaysWithTheOperation() {
        try (RunningCalls.Entry entry = RunningCalls.enter(ID)) {
            RunningCalls.interrupt(ID);
        }
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void saysThatNothingRuns() {
        RunningCalls.enter(ID).close();
        assertFalse(RunningCalls.interrupt(ID));
    }

    @Test
    void oneOperationRunsOnce() {
        try (RunningCalls.Entry entry = RunningCalls.enter(ID)) {
            assertThrows(IllegalStateException.class, () -> RunningCalls.enter(ID));
        }
    }
}
