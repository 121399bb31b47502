package io.jenkins.plugins.pchat.agent;

import hudson.model.TaskListener;
import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.OperationRunner;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.database.EarlierRun;
import io.jenkins.plugins.pchat.engine.database.FailbackLock;
import io.jenkins.plugins.pchat.engine.database.LockedSession;
import io.jenkins.plugins.pchat.engine.sql.AbsentSession;
import io.jenkins.plugins.pchat.engine.sql.JdbcServers;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import io.jenkins.plugins.pchat.engine.sql.SqlRequest;
import io.jenkins.plugins.pchat.engine.sql.SqlServers;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.time.Duration;
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
 * @param log the build's log, written to from the agent
 * @param traces where the operation's traces go, one a line; see {@link TraceReceiver}
 */
public record SqlOperationCall(
        SqlRequest request,
        List<SqlLogin> logins,
        OperationId id,
        TaskListener log,
        TaskListener traces,
        boolean dryRun)
        implements ControllerToAgentCallable<Outcome, Exception> {

    private static final long serialVersionUID = 1L;

    /** How long a statement may take to be cancelled; it leaves time to look, within the limit of {@link AgentCall}. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(46);

    private static final String EXECUTED_NOTHING = "as it was; this run of the step has executed nothing.";

    public SqlOperationCall {
        logins = List.copyOf(logins);
    }

    @Override
    public Outcome call() throws Failure, InterruptedException {
        return call(new JdbcServers());
    }

    Outcome call(SqlServers servers) throws Failure, InterruptedException {
        return OperationThread.start(id, () -> run(servers)).await();
    }

    private Outcome run(SqlServers servers) throws Failure, InterruptedException {
        Console console = new ListenerConsole(log);
        List<Thread> earlier = OperationThread.endEarlier(id);
        Deque<SqlSession> open = new ArrayDeque<>();
        try {
            List<SqlSession> sessions = new ArrayList<>();
            for (SqlTarget target : request.targets()) {
                SqlSession session = openOrSayWhy(servers, target, logins.get(sessions.size()), console);
                open.push(session);
                sessions.add(dryRun ? new ReadOnlySession(session) : session);
            }
            lock(sessions, console);
            sessions.replaceAll(session -> new EndingSession(session, Thread.currentThread()));
            Operation<?> operation = request.on(sessions, id);
            OperationRunner runner = new OperationRunner(console, new TraceSender(traces));
            follow(earlier, sessions, console, runner, operation);
            return runner.run(operation, dryRun);
        } finally {
            open.forEach(SqlSession::close);
        }
    }

    /** What only looks, and probes, disturbs nobody and need not wait for anybody. */
    private void lock(List<SqlSession> sessions, Console console) throws Failure, InterruptedException {
        FailbackLock lock = new FailbackLock(id);
        if (request.looksWithoutAll()) {
            return;
        }
        for (SqlSession session : sessions) {
            if (dryRun) {
                lock.tell(session, console);
            } else {
                try {
                    lock.take(session);
                } catch (Failure e) {
                    throw e.leaving(EXECUTED_NOTHING);
                }
            }
        }
        if (!dryRun) {
            sessions.replaceAll(session -> new LockedSession(session, lock));
        }
    }

    private SqlSession openOrSayWhy(SqlServers servers, SqlTarget target, SqlLogin login, Console console)
            throws Failure, InterruptedException {
        try {
            return open(servers, target, login, console);
        } catch (Failure e) {
            if (!request.looksWithoutAll()) {
                throw e.stateLeft() == null ? e.leaving(EXECUTED_NOTHING) : e;
            }
            console.line(e.what());
            return new AbsentSession(target.instance(), e);
        }
    }

    private SqlSession open(SqlServers servers, SqlTarget target, SqlLogin login, Console console)
            throws Failure, InterruptedException {
        try {
            return servers.open(target, login, id);
        } catch (InterruptedException e) {
            console.line("Stopped while connecting to " + target.instance() + ". State left: " + EXECUTED_NOTHING);
            throw e;
        }
    }

    /** An abort has interrupted the earlier run as well, and here is the only place from which it can be told what that left. */
    private void follow(
            List<Thread> earlier,
            List<SqlSession> sessions,
            Console console,
            OperationRunner runner,
            Operation<?> operation)
            throws Failure, InterruptedException {
        // An operation that looks without all of its instances may have none to ask how far the earlier one is.
        EarlierRun run = new EarlierRun(earlier, request.looksWithoutAll() ? List.of() : sessions, id, console);
        try {
            run.follow();
        } catch (InterruptedException e) {
            if (run.awaitEnd(STOP_LIMIT)) {
                runner.sayStateLeft("Stopped while following a statement from before the agent was lost.", operation);
            } else {
                console.line("The statement that was followed has not ended within " + STOP_LIMIT.toSeconds()
                        + " s. State left: not known; look before you run anything else.");
            }
            throw e;
        }
    }

    @Override
    public String toString() {
        return "operation " + id + " on " + request.targets();
    }
}
