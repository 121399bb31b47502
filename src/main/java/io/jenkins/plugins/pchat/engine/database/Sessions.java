package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is connected to a database. */
public final class Sessions {

    private static final int VERSION_2012 = 11;

    private Sessions() {}

    /**
     * A session.
     *
     * @param id is given to another session once this one has ended
     * @param status {@code sleeping}, {@code running}; it changes all the time
     * @param since when it logged in, by which it is told from the next one of the same id
     */
    record Session(int id, String login, String host, String program, String status, String since) {

        String line() {
            return "session " + id + " of " + login + " from " + host + " (" + program + ", " + status + ")";
        }

        /** Tells it from all others, whatever it does. */
        String key() {
            return String.join("/", String.valueOf(id), since, login, host, program);
        }
    }

    /** The user sessions in a database other than this one, each as a line: login, host, program. */
    public static List<String> in(String database, SqlSession session, ServerIdentity server)
            throws Failure, InterruptedException {
        return of(database, session, server).stream().map(Session::line).toList();
    }

    static List<Session> of(String database, SqlSession session, ServerIdentity server)
            throws Failure, InterruptedException {
        String sql = server.major() >= VERSION_2012 ? Queries.SESSIONS : Queries.SESSIONS_2008;
        return session.query(sql, database).stream()
                .map(row -> new Session(
                        row.integer("session_id"),
                        text(row, "login_name"),
                        text(row, "host_name"),
                        text(row, "program_name"),
                        text(row, "status"),
                        row.has("login_time") ? text(row, "login_time") : "?"))
                .toList();
    }

    /** Whether it is the same people, whatever they do. */
    static boolean same(List<Session> some, List<Session> others) {
        return keys(some).equals(keys(others));
    }

    private static Set<String> keys(List<Session> sessions) {
        return sessions.stream().map(Session::key).collect(Collectors.toSet());
    }

    static String lines(List<Session> sessions) {
        return sessions.stream().map(Session::line).collect(Collectors.joining("; "));
    }

    /** sysprocesses has fixed-length columns, filled with blanks. */
    private static String text(SqlRow row, String column) {
        String value = row.text(column);
        return value == null || value.isBlank() ? "?" : value.strip();
    }
}
