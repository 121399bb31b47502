package io.jenkins.plugins.pchat.lab.server;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;

/** What a session runs now, and how it is stopped from another thread. */
public final class Running {

    private Thread worker;
    private RunningRequest request;
    private Statement statement;
    private boolean cancelled;
    private LocalDateTime lastStart;
    private LocalDateTime lastEnd;

    Running(LocalDateTime login) {
        lastStart = login;
        lastEnd = login;
    }

    synchronized void begin(LocalDateTime now) {
        worker = Thread.currentThread();
        request = new RunningRequest(now);
        cancelled = false;
        lastStart = now;
    }

    synchronized void end(LocalDateTime now) {
        lastEnd = now;
        worker = null;
        request = null;
        if (cancelled) {
            // The interrupt was for what ran; what runs next on this thread must not see it.
            Thread.interrupted();
        }
    }

    /** When the last request began. */
    public synchronized LocalDateTime lastStart() {
        return lastStart;
    }

    /** When the last request that has ended did so. */
    public synchronized LocalDateTime lastEnd() {
        return lastEnd;
    }

    /** What runs now, null when nothing does. */
    public synchronized RunningRequest request() {
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
