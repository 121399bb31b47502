package io.jenkins.plugins.pchat.agent;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import org.junit.jupiter.api.Test;

class RunningCallsTest {

    private static final OperationId ID = new OperationId("running-calls-test");

    @Test
    void interruptsTheThreadThatRunsAnOperation() throws Failure {
        try (RunningCalls.Entry entry = RunningCalls.enter(ID)) {
            assertTrue(RunningCalls.interrupt(ID));
            assertTrue(Thread.currentThread().isInterrupted());
        }
    }

    @Test
    void aLateInterruptStaysWithTheOperation() throws Failure {
        try (RunningCalls.Entry entry = RunningCalls.enter(ID)) {
            RunningCalls.interrupt(ID);
        }
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void saysThatNothingRuns() throws Failure {
        RunningCalls.enter(ID).close();
        assertFalse(RunningCalls.interrupt(ID));
    }

    @Test
    void oneOperationRunsOnce() throws Failure {
        try (RunningCalls.Entry entry = RunningCalls.enter(ID)) {
            Failure refused = assertThrows(Failure.class, () -> RunningCalls.enter(ID));
            assertTrue(refused.getMessage().contains("still runs"), refused.getMessage());
        }
    }
}
