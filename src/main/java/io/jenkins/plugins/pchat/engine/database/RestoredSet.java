package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.TSql;
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

    /** The last full restore into a database; empty when msdb remembers none. */
    public static Optional<RestoredSet> last(SqlSession session, String database) throws Failure, InterruptedException {
        List<SqlRow> rows = session.query(TSql.FULL_RESTORES, database);
        return rows.stream()
                .findFirst()
                .map(row -> new RestoredSet(
                        row.text("backup_set_uuid"),
                        row.time("restore_date"),
                        row.text("server_name"),
                        row.time("backup_finish_date")));
    }

    public boolean isOf(BackupHeader header) {
        return guid != null && guid.equalsIgnoreCase(header.guid());
    }
}
