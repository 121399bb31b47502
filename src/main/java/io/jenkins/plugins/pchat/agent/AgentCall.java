package io.jenkins.plugins.pchat.agent;

import hudson.remoting.Callable;
import hudson.remoting.Future;
import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends an operation to the agent and stays until it has ended there, on an abort too. An interrupted {@code Channel.call} returns at once, and
 * what the agent still says (the state that was left) would come after the end of the build's log.
 */
final class AgentCall {

    /** Pipeline's {@code timeout} kills a step that takes more than 60 seconds to stop; this stays below. */
    static final Duration STOP_LIMIT = Duration.ofSeconds(55);

    /** How long to wait for the answer before the agent is asked again whether the operation runs yet. */
    private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Agent agent;
    private final Console console;
    private final Duration stopLimit;

    AgentCall(Agent agent) {
        this(agent, STOP_LIMIT);
    }

    AgentCall(Agent agent, Duration stopLimit) {
        this.agent = agent;
        this.console = new ListenerConsole(agent.listener());
        this.stopLimit = stopLimit;
    }

    /**
     * Runs an operation.
     *
     * @throws AgentLost if the connection to the agent is lost; what the operation does there is not known
     */
    Outcome run(SqlOperationCall call) throws Failure, InterruptedException {
        AgentClasses.bring(agent);
        Future<Outcome> answer = send(call);
        try {
            return await(answer);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            stop(call, answer);
            throw e;
        }
    }

    /**
     * Remoting's wait without a limit has the agent interrupt the call as soon as this thread is interrupted, which there means that the controller
     * is gone: the operation would end without a look at what it leaves. The wait with a limit doesn't.
     */
    private static Outcome await(Future<Outcome> answer) throws ExecutionException, InterruptedException {
        while (true) {
            try {
                return answer.get(1, TimeUnit.HOURS);
            } catch (TimeoutException e) {
                // It takes as long as it takes; what hangs is found on the agent.
            }
        }
    }

    private <T> Future<T> send(Callable<T, ?> call) {
        try {
            return agent.channel().callAsync(call);
        } catch (IOException e) {
            throw new AgentLost(agent.name(), e);
        }
    }

    private Failure failure(Throwable cause) {
        if (cause instanceof Failure failure) {
            return failure;
        }
        if (AgentLost.isSaidBy(cause) || cause instanceof InterruptedException) {
            throw new AgentLost(agent.name(), cause);
        }
        // Not a failure that anybody foresaw: the build's log gets its stack trace.
        throw cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }

    /** An agent that doesn't answer must not hold the abort any more than an operation that doesn't end. */
    private void stop(SqlOperationCall call, Future<Outcome> answer) throws InterruptedException {
        console.line("Stopping " + call + " ...");
        long end = System.nanoTime() + stopLimit.toNanos();
        try {
            boolean over = false;
            while (!over && !interrupt(call, end)) {
                over = ended(answer, ASK_AGAIN_NANOS);
            }
            if (!over && !ended(answer, end - System.nanoTime())) {
                throw new TimeoutException();
            }
        } catch (TimeoutException e) {
            answer.cancel(true);
            console.line("Agent " + agent.name() + " has not stopped within " + stopLimit.toSeconds()
                    + " s. State left: not known; look before you run anything else.");
        } catch (AgentLost e) {
            console.line(
                    e.getMessage() + ". State left: not known; a statement that runs on SQL Server may go on there."
                            + " Look before you run anything else.");
        }
    }

    /** Whether there was something on the agent to interrupt. */
    private boolean interrupt(SqlOperationCall call, long end) throws InterruptedException, TimeoutException {
        try {
            return send(new InterruptCall(call.id())).get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new AgentLost(agent.name(), e.getCause());
        }
    }

    /** Waits for the end; what the operation failed with while it was stopped belongs into the log, for the build fails as aborted. */
    private boolean ended(Future<Outcome> answer, long nanos) throws InterruptedException {
        try {
            answer.get(nanos, TimeUnit.NANOSECONDS);
            console.line("The operation had ended before it could be stopped.");
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof InterruptedException)) {
                failure(e.getCause()).getMessage().lines().forEach(console::line);
            }
            return true;
        }
    }
}
