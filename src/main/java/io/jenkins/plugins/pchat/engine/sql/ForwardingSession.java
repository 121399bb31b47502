package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import java.util.List;

/** A session that adds something to another one, and leaves the rest to it. */
public interface ForwardingSession extends SqlSession {

    /** The other one. */
    SqlSession session();

    @Override
    default String instance() {
        return session().instance();
    }

    @Override
    default List<SqlRow> query(String sql, Object... parameters) throws Failure, InterruptedException {
        return session().query(sql, parameters);
    }

    @Override
    default void execute(String sql, Console console) throws Failure, InterruptedException {
        session().execute(sql, console);
    }

    @Override
    default void execute(String sql, long bytes, Console console) throws Failure, InterruptedException {
        session().execute(sql, bytes, console);
    }

    @Override
    default void close() {
        session().close();
    }
}
