package io.jenkins.plugins.pchat.agent;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/** The session of a dry run: it reads, and refuses to execute whatever an operation may try. */
public record ReadOnlySession(SqlSession session) implements SqlSession {

    @Override
    public String instance() {
        return session.instance();
    }

    @Override
    public List<SqlRow> query(String sql, Object... parameters) throws Failure, InterruptedException {
        return session.query(sql, parameters);
    }

    @Override
    public void execute(String sql, Console console) {
        throw new IllegalStateException("A dry run on " + instance() + " was about to execute: " + sql);
    }

    @Override
    public void close() {
        session.close();
    }
}
