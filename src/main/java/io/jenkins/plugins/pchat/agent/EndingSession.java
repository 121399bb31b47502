package io.jenkins.plugins.pchat.agent;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.ForwardingSession;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/**
 * A session that begins no further statement once the controller has lost the operation. What runs is let run to its end, for a restore of hours
 * must not be cut because a network blinked; but nothing is overwritten while nobody watches.
 *
 * @param owner the thread of the operation
 */
record EndingSession(SqlSession session, Thread owner) implements ForwardingSession {

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
        if (OperationThread.isEnding(owner)) {
            throw Failure.of(Failure.Code.AGENT_LOST, "The controller has lost this operation, so it ends here.");
        }
    }
}
