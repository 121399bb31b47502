package io.jenkins.plugins.pchat.agent;

import hudson.model.TaskListener;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.sql.JdbcServers;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlServers;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import jenkins.agents.ControllerToAgentCallable;

/**
 * One operation on SQL Server as it crosses to the agent: it opens the sessions there, runs the operation, and closes them. No class of the
 * driver crosses back, since the controller refuses such classes (JEP-200).
 *
 * @param logins one for each of the request's targets, in their order
 * @param listener the build's log, written to from the agent
 */
public record SqlOperationCall(
        SqlRequest request, List<SqlLogin> logins, OperationId id, TaskListener listener, boolean dryRun)
        implements ControllerToAgentCallable<Outcome, Exception> {

    private static final long serialVersionUID = 1L;

    public SqlOperationCall {
        logins = List.copyOf(logins);
    }

    @Override
    public Outcome call() throws Failure, InterruptedException {
        return call(new JdbcServers());
    }

    Outcome call(SqlServers servers) throws Failure, InterruptedException {
        try (RunningCalls.Entry entry = RunningCalls.enter(id)) {
            return run(servers);
        }
    }

    private Outcome run(SqlServers servers) throws Failure, InterruptedException {
        Deque<SqlSession> open = new ArrayDeque<>();
        try {
            List<SqlSession> sessions = new ArrayList<>();
            for (SqlTarget target : request.targets()) {
                SqlSession session = servers.open(target, logins.get(sessions.size()), id);
                open.push(session);
                sessions.add(dryRun ? new ReadOnlySession(session) : session);
            }
            return new OperationRunner(new ListenerConsole(listener)).run(request.on(sessions, id), dryRun);
        } finally {
            open.forEach(SqlSession::close);
        }
    }

    @Override
    public String toString() {
        return "operation " + id + " on " + request.targets();
    }
}
