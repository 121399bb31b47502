package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A full backup that a server remembers having taken ({@code msdb.dbo.backupset} with its file).
 *
 * @param guid identifies the backup set wherever it goes
 * @param server the name of the server that took it
 * @param size bytes before compression
 * @param path the file
 */
public record BackupSet(
        String guid,
        String name,
        String description,
        String database,
        String server,
        LocalDateTime start,
        LocalDateTime finish,
        BigDecimal firstLsn,
        BigDecimal lastLsn,
        BigDecimal checkpointLsn,
        long size,
        String path) {

    /**
     * The full backups of a database that this server has taken, the latest first. msdb also has those of other servers
     * that were restored here; they say nothing of this server's database, and their times are by other clocks.
     */
    public static List<BackupSet> read(SqlSession session, String database, ServerIdentity taker)
            throws Failure, InterruptedException {
        List<BackupSet> sets = new ArrayList<>();
        for (SqlRow row : session.query(Queries.FULL_BACKUPS, database)) {
            if (!taker.isCalled(row.word("server_name"))) {
                continue;
            }
            sets.add(new BackupSet(
                    row.word("backup_set_uuid"),
                    row.text("name"),
                    row.text("description"),
                    row.word("database_name"),
                    row.word("server_name"),
                    row.moment("backup_start_date"),
                    row.moment("backup_finish_date"),
                    row.decimal("first_lsn"),
                    row.decimal("last_lsn"),
                    row.decimal("checkpoint_lsn"),
                    row.value("backup_size") == null
                            ? 0
                            : row.decimal("backup_size").longValue(),
                    row.word("physical_device_name")));
        }
        return sets;
    }

    /** Whether both are the same set, by GUID. */
    public boolean isSet(String otherGuid) {
        return guid != null && guid.equalsIgnoreCase(otherGuid);
    }

    /** What a pipeline reads of it. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("server", server);
        details.put("firstLsn", String.valueOf(firstLsn));
        details.put("lastLsn", String.valueOf(lastLsn));
        details.put("checkpointLsn", String.valueOf(checkpointLsn));
        details.put("backupSetGuid", guid);
        details.put("sizeBytes", size);
        details.put(
                "seconds",
                start == null || finish == null
                        ? 0L
                        : Duration.between(start, finish).toSeconds());
        details.put("finished", String.valueOf(finish));
        return details;
    }
}
