package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.TSql;
import java.util.List;

/** Who is connected to a database. */
public final class Sessions {

    private static final int VERSION_2012 = 11;

    private Sessions() {}

    /** The user sessions in a database other than this one, each as a line: login, host, program. */
    public static List<String> in(String database, SqlSession session, ServerIdentity server)
            throws Failure, InterruptedException {
        String sql = server.major() >= VERSION_2012 ? TSql.SESSIONS : TSql.SESSIONS_2008;
        return session.query(sql, database).stream().map(Sessions::line).toList();
    }

    private static String line(SqlRow row) {
        return "session " + row.text("session_id") + " of " + text(row, "login_name") + " from "
                + text(row, "host_name") + " (" + text(row, "program_name") + ", " + text(row, "status") + ")";
    }

    /** sysprocesses has fixed-length columns, filled with blanks. */
    private static String text(SqlRow row, String column) {
        String value = row.text(column);
        return value == null || value.isBlank() ? "?" : value.strip();
    }
}
