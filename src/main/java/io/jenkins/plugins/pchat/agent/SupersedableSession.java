package io.jenkins.plugins.pchat.agent;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/**
 * A session that ends with the statement that it runs, once another call has taken the operation over: the controller lost this one, came back,
 * and acts on what it sees.
 *
 * @param owner the thread of the operation
 */
record SupersedableSession(SqlSession session, Thread owner) implements SqlSession {

    @Override
    public String instance() {
        return session.instance();
    }

    @Override
    public List<SqlRow> query(String sql, Object... parameters) throws Failure, InterruptedException {
        check();
        return session.query(sql, parameters);
    }

    @Override
    public void execute(String sql, Console console) throws Failure, InterruptedException {
        check();
        session.execute(sql, console);
    }

    @Override
    public void execute(String sql, long bytes, Console console) throws Failure, InterruptedException {
        check();
        session.execute(sql, bytes, console);
    }

    private void check() throws Failure {
        if (OperationThread.isSuperseded(owner)) {
            throw Failure.of(Failure.Code.AGENT_LOST, "The controller has lost this call, and another one goes on.");
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
