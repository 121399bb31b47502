package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The backup set that a database was last restored from ({@code msdb.dbo.restorehistory}).
 *
 * @param guid of the backup set
 * @param restored when, by this server's clock
 * @param server that took the backup
 * @param finished when the backup was finished, by that server's clock
 */
public record RestoredSet(String guid, LocalDateTime restored, String server, LocalDateTime finished) {

    /**
     * The last full restore into the database that is there now. Empty when msdb remembers none, and when the database
     * was dropped and made anew since: msdb keeps the history by name, and an empty database must not pass for the
     * restored one.
     */
    public static Optional<RestoredSet> last(SqlSession session, String database) throws Failure, InterruptedException {
        List<SqlRow> rows = session.query(Queries.FULL_RESTORES, database);
        if (rows.isEmpty() || isAnother(rows.get(0).text("family_guid"), family(session, database))) {
            return Optional.empty();
        }
        SqlRow row = rows.get(0);
        return Optional.of(new RestoredSet(
                row.word("backup_set_uuid"),
                row.moment("restore_date"),
                row.text("server_name"),
                row.moment("backup_finish_date")));
    }

    private static boolean isAnother(String restored, String present) {
        return restored != null && present != null && !restored.equalsIgnoreCase(present);
    }

    /** Null when the database is absent or not online, and when the server has no such view. */
    private static String family(SqlSession session, String database) throws Failure, InterruptedException {
        try {
            List<SqlRow> rows = session.query(Queries.FAMILY, database);
            return rows.isEmpty() ? null : rows.get(0).text("family_guid");
        } catch (Failure e) {
            if (e.code() != Failure.Code.SQL) {
                throw e;
            }
            // Then nothing contradicts the history; the row counts and the used space are compared as well.
            return null;
        }
    }

    public boolean isOf(BackupHeader header) {
        return guid != null && guid.equalsIgnoreCase(header.guid());
    }
}
