package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/**
 * What {@code xp_fileexist} says of a path, as the service account of SQL Server sees it. The columns' names hold
 * blanks and are not documented, so
 * they are read by position.
 *
 * @param file whether it is a file
 * @param folder whether it is a folder
 */
public record FileCheck(boolean file, boolean folder) {

    public static FileCheck read(SqlSession session, String path) throws Failure, InterruptedException {
        List<SqlRow> rows = session.query(Queries.fileExists(path));
        return rows.isEmpty() ? new FileCheck(false, false) : new FileCheck(is(rows.get(0), 0), is(rows.get(0), 1));
    }

    /** Looks for a folder up to three times: shares may show themselves late. */
    public static FileCheck folder(SqlSession session, String path, Pause pause) throws Failure, InterruptedException {
        FileCheck check = read(session, path);
        for (int again = 0; again < 2 && !check.folder(); again++) {
            pause.seconds(2);
            check = read(session, path);
        }
        return check;
    }

    private static boolean is(SqlRow row, int position) {
        Object value = row.value(position);
        return value instanceof Boolean b ? b : value instanceof Number n && n.intValue() != 0;
    }
}
