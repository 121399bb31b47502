package io.jenkins.plugins.pchat.engine.sql;

import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** A session through Microsoft's driver. Used by one thread at a time. */
final class JdbcSession implements SqlSession {

    /** After an abort a query as a whole may take so many of the times that the server may be silent. */
    private static final int HURRIED_ANSWER = 3;

    private final Connector connector;
    private final Limits limits;
    private SQLServerConnection connection;
    private int serverSession;
    private boolean aborted;

    private JdbcSession(Connector connector, Limits limits) {
        this.connector = connector;
        this.limits = limits;
    }

    static JdbcSession open(Connector connector, Limits limits) throws Failure, InterruptedException {
        JdbcSession session = new JdbcSession(connector, limits);
        session.connect();
        return session;
    }

    @Override
    public String instance() {
        return connector.instance();
    }

    @Override
    public List<SqlRow> query(String sql, Object... parameters) throws Failure, InterruptedException {
        connect();
        return read(sql, parameters);
    }

    private List<SqlRow> read(String sql, Object... parameters) throws Failure, InterruptedException {
        SQLServerConnection current = connection;
        CompletableFuture<String> flood = new CompletableFuture<>();
        silence(current, limits.query(), ServerMessages.ofQuery(flood::complete));
        // Without parameters the text goes as a batch: RESTORE HEADERONLY and its like can't be prepared.
        RunningCall<List<SqlRow>> call = parameters.length == 0
                ? RunningCall.start("read", current, current::createStatement, (Statement s) -> Results.rows(s, sql))
                : RunningCall.start("read", current, () -> prepare(current, sql, parameters), Results::rows);
        cutOff(call, flood);
        CompletableFuture<String> late = new CompletableFuture<>();
        cutOff(call, late);
        Duration limit = aborted ? limits.hurry().multipliedBy(HURRIED_ANSWER) : limits.answer();
        late.completeOnTimeout(
                "it was still answering a query after " + limit.toSeconds() + " s",
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return await(call, Console.SILENT);
        } catch (ExecutionException e) {
            throw failure(e.getCause(), List.of());
        } finally {
            late.cancel(false);
        }
    }

    /** Ends a call when the server is found to overdo it. */
    private void cutOff(RunningCall<?> call, CompletableFuture<String> what) {
        what.thenAccept(excess -> call.giveUp(SessionErrors.lost(instance(), "the server was cut off, for " + excess)));
    }

    private static PreparedStatement prepare(SQLServerConnection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    @Override
    public void execute(String sql, Console console) throws Failure, InterruptedException {
        execute(sql, 0, console);
    }

    @Override
    public void execute(String sql, long bytes, Console console) throws Failure, InterruptedException {
        connect();
        SQLServerConnection current = connection;
        Progress progress = new Progress(console, bytes, System::nanoTime);
        CompletableFuture<String> flood = new CompletableFuture<>();
        ServerMessages messages = new ServerMessages(console, progress, flood::complete);
        silence(current, Duration.ZERO, messages);
        RunningCall<Void> call =
                RunningCall.start("execute", current, current::createStatement, (Statement s) -> Results.run(s, sql));
        cutOff(call, flood);
        try (ServerWatch watch =
                new ServerWatch(connector, serverSession, progress, messages::lastHeard, limits, call)) {
            await(call, console);
            if (!messages.errors().isEmpty()) {
                throw SqlErrors.failure(instance(), messages.errors());
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause(), messages.errors());
        }
    }

    private <T> T await(RunningCall<T> call, Console console) throws ExecutionException, InterruptedException {
        try {
            return call.await();
        } catch (InterruptedException e) {
            aborted = true;
            console.line("Aborted: cancelling the statement on " + instance() + ".");
            boolean acknowledged = call.cancel(limits.cancel());
            console.line(
                    acknowledged
                            ? "The server has stopped the statement."
                            : "The server has not acknowledged within "
                                    + limits.cancel().toSeconds()
                                    + " s; the connection was closed, and the server rolls the statement back.");
            if (!acknowledged) {
                connection = null;
            }
            throw e;
        }
    }

    private Failure failure(Throwable error, List<SqlErrors.Reported> heard) {
        boolean lost = error instanceof Failure || closed();
        if (lost) {
            connection = null;
        }
        return SessionErrors.failure(instance(), error, heard, lost);
    }

    /** Bounds each wait for a packet of the server; zero for none, where a second connection watches instead. */
    private void silence(SQLServerConnection current, Duration limit, ServerMessages messages) throws Failure {
        try {
            current.setServerMessageHandler(messages);
            current.setNetworkTimeout(Runnable::run, Limits.millis(aborted ? limits.hurry() : limit));
        } catch (SQLException e) {
            throw failure(e, List.of());
        }
    }

    private void connect() throws Failure, InterruptedException {
        if (closed()) {
            connection = connector.connect(aborted ? limits.hurry() : limits.connect());
            try {
                serverSession = SqlRow.first(read(Queries.SESSION_ID)).integer("session_id");
            } catch (Failure | InterruptedException e) {
                close();
                throw e;
            }
        }
    }

    private boolean closed() {
        try {
            return connection == null || connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    @Override
    public void close() {
        SQLServerConnection old = connection;
        connection = null;
        if (old != null) {
            SessionErrors.closeQuietly(old);
        }
    }
}
