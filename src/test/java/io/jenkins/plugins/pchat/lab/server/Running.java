package io.jenkins.plugins.pchat.lab.server;

import java.sql.SQLException;
import java.sql.Statement;

/** What a session runs now, and how it is stopped from another thread. */
final class Running {

    private Thread worker;
    private RunningRequest request;
    private Statement statement;
    private boolean cancelled;

    synchronized void begin(RunningRequest newRequest) {
        worker = Thread.currentThread();
        request = newRequest;
        cancelled = false;
    }

    synchronized void end() {
        worker = null;
        request = null;
        if (cancelled) {
            // The interrupt was for what ran; what runs next on this thread must not see it.
            Thread.interrupted();
        }
    }

    synchronized RunningRequest request() {
        return request;
    }

    /** The table engine runs a statement. */
    synchronized void enter(Statement engineStatement) throws InterruptedException {
        check();
        statement = engineStatement;
    }

    /** The table engine has run it. */
    synchronized void leave() {
        statement = null;
    }

    synchronized boolean cancelled() {
        return cancelled;
    }

    synchronized void check() throws InterruptedException {
        if (cancelled) {
            throw new InterruptedException();
        }
    }

    synchronized void cancel() {
        if (worker == null || cancelled) {
            return;
        }
        cancelled = true;
        if (statement == null) {
            worker.interrupt();
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
