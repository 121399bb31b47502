package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What an error of the driver on an open session becomes. */
final class SessionErrors {

    private static final String RERUN =
            "See that SQL Server runs there and can be reached from the agent, then run this step again; it looks first at what has become of"
                    + " the statement.";

    private SessionErrors() {}

    /**
     * The failure for an error.
     *
     * @param error what the driver threw
     * @param heard the errors that the message handler heard, which are complete and in order; empty for a query
     * @param closed whether the connection is gone
     */
    static Failure failure(String instance, Throwable error, List<SqlErrors.Reported> heard, boolean closed) {
        if (error instanceof Failure failure) {
            return failure;
        }
        List<SqlErrors.Reported> reported = heard.isEmpty() ? reported(error) : heard;
        if (closed || reported.isEmpty()) {
            String why = reported.isEmpty()
                    ? ConnectErrors.text(error)
                    : "SQL Server's error " + reported.get(0).number() + ": "
                            + reported.get(0).text();
            return lost(instance, why);
        }
        return SqlErrors.failure(instance, reported);
    }

    /** The session ended before its statement did. */
    static Failure lost(String instance, String why) {
        String sentence = why.endsWith(".") ? why : why + ".";
        return Failure.of(Failure.Code.CONNECTION_LOST, instance + ": the session was lost: " + sentence)
                .next(RERUN);
    }

    private static List<SqlErrors.Reported> reported(Throwable error) {
        List<SqlErrors.Reported> all = new ArrayList<>();
        if (error instanceof SQLException sql) {
            for (SQLException e = sql; e != null; e = e.getNextException()) {
                if (e.getErrorCode() > 0) {
                    all.add(new SqlErrors.Reported(e.getErrorCode(), 0, ConnectErrors.text(e)));
                }
            }
        }
        return all;
    }

    /** Cuts a connection that may be waiting for an answer. */
    static void abortQuietly(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // A connection that can't be cut is cut already.
            return;
        }
    }

    /** Closes a connection whose state no longer matters. */
    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // A connection that can't be closed is closed already; nothing that ran on it is affected.
            return;
        }
    }
}
