package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/**
 * A session that executes nothing without the lock. A connection that was lost has taken the lock with it, and whoever came meanwhile may have it now: so it is asked
 * for before each statement, which costs nothing while it is held.
 */
public record LockedSession(SqlSession session, FailbackLock lock) implements SqlSession {

    @Override
    public String instance() {
        return session.instance();
    }

    @Override
    public List<SqlRow> query(String sql, Object... parameters) throws Failure, InterruptedException {
        return session.query(sql, parameters);
    }

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

    @Override
    public void close() {
        session.close();
    }
}
