package io.jenkins.plugins.pchat.engine.sql;

import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import io.jenkins.plugins.pchat.engine.Failure;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.LongSupplier;

/**
 * Watches a long statement from a second connection. It tells how far the server is in the phases in which the server
 * itself is silent, and it
 * ends the waiting when nothing is left to wait for: the session is gone, or nobody has given a sign of life for too
 * long.
 */
final class ServerWatch implements AutoCloseable {

    /**
     * The session's connection is there and no request runs on it, so often seen that it can't be the moment between
     * two statements.
     */
    private static final int IDLE_LOOKS = 12;

    /** One look may fall into the moment in which a connection is being closed. */
    private static final int GONE_LOOKS = 2;

    private final Connector connector;
    private final int session;
    private final Progress progress;
    private final LongSupplier lastHeard;
    private final Limits limits;
    private final RunningCall<?> call;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean looking;
    private volatile SQLServerConnection connection;
    private long lastAlive = System.nanoTime();
    private int idle;
    private int gone;

    ServerWatch(
            Connector connector,
            int session,
            Progress progress,
            LongSupplier lastHeard,
            Limits limits,
            RunningCall<?> call) {
        this.connector = connector;
        this.session = session;
        this.progress = progress;
        this.lastHeard = lastHeard;
        this.limits = limits;
        this.call = call;
        this.thread = Threads.start("watch " + connector.instance(), this::watch);
    }

    private void watch() {
        try {
            while (!closed) {
                Thread.sleep(limits.watch().toMillis());
                if (!closed) {
                    looking = true;
                    look();
                    looking = false;
                    judge();
                }
            }
        } catch (InterruptedException e) {
            // close() woke us: the statement has ended.
            closed = true;
        } finally {
            disconnect();
        }
    }

    private void look() throws InterruptedException {
        try {
            if (connection == null) {
                connection = connector.connect();
                connection.setNetworkTimeout(Runnable::run, Limits.millis(limits.connect()));
            }
            connection.setServerMessageHandler(ServerMessages.ofQuery(excess -> {}));
            try (PreparedStatement statement = connection.prepareStatement(Queries.WATCH_SESSION)) {
                statement.setInt(1, session);
                statement.setString(2, connector.applicationName());
                try (ResultSet row = statement.executeQuery()) {
                    note(row);
                }
            }
            lastAlive = System.nanoTime();
        } catch (SQLException | Failure e) {
            // Not seeing is no news of the statement; judge() ends the waiting when it lasts.
            disconnect();
        }
    }

    private void note(ResultSet row) throws SQLException {
        if (!row.next()) {
            gone++;
            return;
        }
        gone = 0;
        String command = row.getString("command");
        if (command == null) {
            idle++;
            return;
        }
        idle = 0;
        String wait = row.getString("wait_type");
        int blocker = row.getInt("blocking_session_id");
        progress.seen(
                (int) row.getDouble("percent_complete"),
                command
                        + (wait == null ? "" : ", waits for " + wait)
                        + (blocker > 0 ? ", blocked by session " + blocker : ""));
    }

    private void judge() {
        long silent = System.nanoTime() - Math.max(lastAlive, lastHeard.getAsLong());
        if (gone >= GONE_LOOKS) {
            giveUp("the server knows nothing of the session any more, while the statement was waited for");
        } else if (idle >= IDLE_LOOKS) {
            giveUp("the server has finished the statement, and its answer never came");
        } else if (silent > limits.silence().toNanos()) {
            giveUp("the server has given no sign of life for "
                    + limits.silence().toMinutes() + " minutes");
        }
    }

    private void giveUp(String why) {
        call.giveUp(SessionErrors.lost(connector.instance(), why));
        closed = true;
    }

    private void disconnect() {
        SQLServerConnection old = connection;
        connection = null;
        if (old != null) {
            Threads.start("close", () -> SessionErrors.closeQuietly(old));
        }
    }

    /** Ends the watch; does not wait for a look that is under way. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        SQLServerConnection asked = connection;
        if (looking && asked != null) {
            // A server that never stops answering would hold the look, which can't be interrupted, for ever.
            Threads.start("abort watch", () -> SessionErrors.abortQuietly(asked));
        }
    }
}
