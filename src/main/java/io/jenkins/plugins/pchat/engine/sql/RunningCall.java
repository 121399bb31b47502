package io.jenkins.plugins.pchat.engine.sql;

import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import io.jenkins.plugins.pchat.engine.Failure;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call of the driver on a thread of its own: the driver can't be interrupted, the thread that waits for it can. */
final class RunningCall<T> {

    /**
     * The pause before a cancel is sent once more, for the first is lost if it comes before the statement has gone out.
     */
    private static final Duration CANCEL_AGAIN = Duration.ofSeconds(5);

    private final SQLServerConnection connection;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile Statement statement;

    private RunningCall(SQLServerConnection connection) {
        this.connection = connection;
    }

    /** Makes the statement of a call. */
    @FunctionalInterface
    interface Preparation<S extends Statement> {
        S prepare() throws SQLException;
    }

    /** Runs the statement and reads everything that comes of it. */
    @FunctionalInterface
    interface Work<S extends Statement, T> {
        T run(S statement) throws SQLException;
    }

    static <S extends Statement, T> RunningCall<T> start(
            String name, SQLServerConnection connection, Preparation<S> preparation, Work<S, T> work) {
        RunningCall<T> call = new RunningCall<>(connection);
        Threads.start(name, () -> {
            T value;
            try (S statement = preparation.prepare()) {
                call.statement = statement;
                value = work.run(statement);
            } catch (SQLException | RuntimeException | Error e) {
                // An Error too, such as that a value doesn't fit into memory: without an answer the call would never
                // end.
                call.result.completeExceptionally(e);
                return;
            }
            call.result.complete(value);
        });
        return call;
    }

    /** Waits for the end. */
    T await() throws ExecutionException, InterruptedException {
        return result.get();
    }

    /**
     * Ends the waiting with a failure; the connection is closed, so that the server stops the statement if it is still
     * there.
     */
    void giveUp(Failure failure) {
        if (result.completeExceptionally(failure)) {
            abort();
        }
    }

    /**
     * Cancels the statement on the server and waits until the server has acknowledged that; if it doesn't, the
     * connection is closed, which
     * has the same effect there.
     *
     * @return whether the server acknowledged
     */
    boolean cancel(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!result.isDone() && System.nanoTime() < end) {
                Threads.start("cancel", this::sendCancel);
                waitUntilDone(Math.min(CANCEL_AGAIN.toNanos(), end - System.nanoTime()));
            }
        } catch (InterruptedException again) {
            // A second abort: no more waiting. The first one is already on its way to the caller.
            Thread.currentThread().interrupt();
        }
        if (result.isDone()) {
            return true;
        }
        abort();
        return false;
    }

    private void waitUntilDone(long nanos) throws InterruptedException {
        try {
            result.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Either ends this wait; the caller looks whether the call is done.
            return;
        }
    }

    private void sendCancel() {
        Statement running = statement;
        if (running != null) {
            try {
                running.cancel();
            } catch (SQLException e) {
                // The statement or its connection is closed: then the call ends by itself, with that error.
                return;
            }
        }
    }

    private void abort() {
        Threads.start("abort", () -> {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                result.completeExceptionally(e);
            }
        });
    }
}
