package io.jenkins.plugins.pchat.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OperationThreadTest {

    private static final Outcome DONE = new Outcome(true, "ONLINE", Map.of());

    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    private final Callable<Outcome> untilTheEnd = () -> {
        running.countDown();
        end.await();
        return DONE;
    };

    private static OperationId id(String name) {
        return OperationId.unique("operation-thread-test", name);
    }

    @Test
    void givesTheOutcome() throws Exception {
        assertSame(DONE, OperationThread.start(id("gives"), () -> DONE).await());
    }

    @Test
    void givesTheFailureAsItIs() {
        Failure refused = Failure.of(Failure.Code.REFUSED, "No.");
        OperationThread operation = OperationThread.start(id("fails"), () -> {
            throw refused;
        });
        assertSame(refused, assertThrows(Failure.class, operation::await));
    }

    @Test
    void isInterruptedByItsId() throws Exception {
        OperationId id = id("interrupted");
        OperationThread operation = OperationThread.start(id, untilTheEnd);
        running.await();
        assertTrue(OperationThread.interrupt(id));
        assertThrows(InterruptedException.class, operation::await);
    }

    @Test
    void anotherOperationIsNotInterrupted() throws Exception {
        OperationThread operation = OperationThread.start(id("one"), untilTheEnd);
        running.await();
        assertFalse(OperationThread.interrupt(id("another")));
        end.countDown();
        assertSame(DONE, operation.await());
    }

    @Test
    void goesOnWithItsStatementAndNoFurtherWhenTheOneThatWaitsForItIsInterrupted() throws Exception {
        OperationId id = id("goes-on");
        OperationThread operation = OperationThread.start(id, untilTheEnd);
        running.await();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, operation::await);
        Thread left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains(id.value()))
                .findAny()
                .orElseThrow();
        assertTrue(OperationThread.isEnding(left));
        end.countDown();
        assertSame(DONE, operation.await());
    }

    @Test
    void isEndedByTheNextCallOfTheSameOperation() throws Exception {
        OperationId id = id("ended");
        OperationThread.start(id, untilTheEnd);
        running.await();
        List<Thread> earlier = OperationThread.endEarlier(id);
        assertEquals(1, earlier.size());
        assertTrue(OperationThread.isEnding(earlier.get(0)));
        assertTrue(OperationThread.interrupt(id), "an abort still reaches it");
    }

    @Test
    void aNewCallEndsNothingWhenNothingRuns() {
        assertEquals(List.of(), OperationThread.endEarlier(id("nothing")));
        assertFalse(OperationThread.isEnding(Thread.currentThread()));
    }
}
