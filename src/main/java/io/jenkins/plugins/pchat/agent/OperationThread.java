package io.jenkins.plugins.pchat.agent;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

/**
 * The thread of the agent's JVM that an operation runs on. It is not the thread that serves the controller's call: remoting interrupts that one
 * when the connection to the controller is lost, and a restore of hours must not be cut because a network blinked.
 *
 * <p>Operations are found by the names of their threads. A static map would not do: when an agent has come back, its connection has a class
 * loader of its own, and with it statics of its own; what runs from before is in the same JVM and yet out of their sight.
 */
final class OperationThread {

    private static final String NAME = "pchat operation ";
    private static final String ENDING = ", ending";

    private final FutureTask<Outcome> task;
    private final Thread thread;

    private OperationThread(OperationId id, Callable<Outcome> work) {
        task = new FutureTask<>(work);
        thread = new Thread(task, NAME + id);
        thread.setDaemon(true);
    }

    /** Starts an operation. */
    static OperationThread start(OperationId id, Callable<Outcome> work) {
        OperationThread operation = new OperationThread(id, work);
        operation.thread.start();
        return operation;
    }

    /**
     * Waits for the end. An interrupt ends the waiting: nobody hears the operation any more. It goes on with the statement that it runs, and begins
     * no further one until somebody is there who decides.
     *
     * @throws InterruptedException if the caller was interrupted, or the operation was
     */
    Outcome await() throws Failure, InterruptedException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            end(thread);
            throw e;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Failure failure) {
                throw failure;
            }
            if (cause instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
        }
    }

    /** Interrupts what runs of the operation in this JVM; answers whether anything did. */
    static boolean interrupt(OperationId id) {
        List<Thread> running = all(id);
        running.forEach(Thread::interrupt);
        return !running.isEmpty();
    }

    /** What runs of the operation in this JVM, other than this thread; from now on it begins no further statement. */
    static List<Thread> endEarlier(OperationId id) {
        List<Thread> others = all(id).stream()
                .filter(other -> other != Thread.currentThread())
                .collect(Collectors.toList());
        others.forEach(OperationThread::end);
        return others;
    }

    private static void end(Thread thread) {
        if (!isEnding(thread)) {
            thread.setName(thread.getName() + ENDING);
        }
    }

    /** Whether this thread is to begin no further statement: the controller has lost it, or another call has taken over what it did. */
    static boolean isEnding(Thread thread) {
        return thread.getName().endsWith(ENDING);
    }

    private static List<Thread> all(OperationId id) {
        String name = NAME + id;
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().equals(name) || thread.getName().equals(name + ENDING))
                .collect(Collectors.toList());
    }
}
