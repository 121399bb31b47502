package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.ForwardingSession;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;

/**
 * A session that executes nothing without the lock. A connection that was lost has taken the lock with it, and whoever came meanwhile may have it now: so it is asked
 * for before each statement, which costs nothing while it is held.
 */
public record LockedSession(SqlSession session, FailbackLock lock) implements ForwardingSession {

    @Override
    public void execute(String sql, Console console) throws Failure, InterruptedException {
        lock.take(session);
        session.execute(sql, console);
    }

    @Override
    public void execute(String sql, long bytes, Console console) throws Failure, InterruptedException {
        lock.take(session);
        session.execute(sql, bytes, console);
    }
}
