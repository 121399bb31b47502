package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import java.util.List;

/**
 * In the place of a session that could not be opened, for an operation that looks at what else there is: everything that is asked of it fails as opening
 * it did.
 *
 * @param why the failure to open it
 */
public record AbsentSession(String instance, Failure why) implements SqlSession {

    @Override
    public List<SqlRow> query(String sql, Object... parameters) throws Failure {
        throw why;
    }

    @Override
    public void execute(String sql, Console console) throws Failure {
        throw why;
    }

    @Override
    public void close() {}
}
