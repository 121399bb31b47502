package io.jenkins.plugins.pchat.agent;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.sql.ForwardingSession;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;

/** The session of a dry run: it reads, and refuses to execute whatever an operation may try. */
public record ReadOnlySession(SqlSession session) implements ForwardingSession {

    @Override
    public void execute(String sql, Console console) {
        throw refused(sql);
    }

    @Override
    public void execute(String sql, long bytes, Console console) {
        throw refused(sql);
    }

    private IllegalStateException refused(String sql) {
        return new IllegalStateException("A dry run on " + instance() + " was about to execute: " + sql);
    }
}
