package io.jenkins.plugins.pchat.agent;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import java.util.HashMap;
import java.util.Map;

/** The operations that run in this JVM, the agent's, so that the controller can have one interrupted and still wait for its last words. */
final class RunningCalls {

    private static final Map<OperationId, Thread> THREADS = new HashMap<>();

    private RunningCalls() {}

    /** An operation that runs; closing it ends that. */
    interface Entry extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Notes that this thread runs the operation.
     *
     * @throws Failure REFUSED if another one does: what an abort could not stop in time
     */
    static Entry enter(OperationId id) throws Failure {
        synchronized (THREADS) {
            if (THREADS.putIfAbsent(id, Thread.currentThread()) != null) {
                throw Failure.of(Failure.Code.REFUSED, "Operation " + id + " still runs on this agent.")
                        .next("wait until it has ended, or restart the agent, and run the step again.");
            }
        }
        return () -> leave(id);
    }

    private static void leave(OperationId id) {
        synchronized (THREADS) {
            THREADS.remove(id);
        }
        // An interrupt that came too late must not hit what this thread of the pool runs next.
        Thread.interrupted();
    }

    /** Interrupts the thread that runs the operation; false if none does. */
    static boolean interrupt(OperationId id) {
        synchronized (THREADS) {
            Thread thread = THREADS.get(id);
            if (thread != null) {
                thread.interrupt();
            }
            return thread != null;
        }
    }
}
