package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.TSql;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * One backup set as its file tells of it ({@code RESTORE HEADERONLY}).
 *
 * @param position the number of the set in its file, from 1
 * @param type 1 for a full backup of the database
 * @param server the name of the server that took it
 * @param size bytes before compression
 * @param major version of SQL Server that took it
 * @param checksums whether it holds checksums
 * @param damaged whether a page was damaged when it was taken
 * @param description the text that was given to it; null if none was
 */
public record BackupHeader(
        String guid,
        int position,
        int type,
        String name,
        String database,
        String server,
        LocalDateTime start,
        LocalDateTime finish,
        long size,
        int major,
        int minor,
        String collation,
        boolean checksums,
        boolean damaged,
        boolean readOnly,
        String recoveryModel,
        String description) {

    private static final int FULL = 1;

    /** The sets in a file, as this server reads it. */
    public static List<BackupHeader> read(SqlSession session, String path) throws Failure, InterruptedException {
        List<BackupHeader> headers = new ArrayList<>();
        for (SqlRow row : session.query(TSql.headerOnly(path))) {
            headers.add(new BackupHeader(
                    row.word("BackupSetGUID"),
                    row.integer("Position"),
                    row.integer("BackupType"),
                    row.text("BackupName"),
                    row.word("DatabaseName"),
                    row.word("ServerName"),
                    row.moment("BackupStartDate"),
                    row.moment("BackupFinishDate"),
                    row.value("BackupSize") == null
                            ? 0
                            : row.decimal("BackupSize").longValue(),
                    row.integer("SoftwareVersionMajor"),
                    row.integer("SoftwareVersionMinor"),
                    row.text("Collation"),
                    row.flag("HasBackupChecksums"),
                    row.flag("IsDamaged"),
                    row.flag("IsReadOnly"),
                    row.text("RecoveryModel"),
                    row.text("BackupDescription")));
        }
        return headers;
    }

    public boolean full() {
        return type == FULL;
    }

    /** What is wrong with a backup of this database that this server has just taken; null if nothing is. */
    String flaw(String expected, ServerIdentity taker) {
        if (!full()) {
            return "its file holds no full backup";
        }
        if (!expected.equalsIgnoreCase(database)) {
            return "its file holds the database " + database;
        }
        if (!taker.isCalled(server)) {
            return "its file was written by " + server;
        }
        if (damaged) {
            return "a page of the database is damaged";
        }
        return checksums ? null : "it has no checksums";
    }

    String line() {
        return "set " + position + ": " + (full() ? "full backup" : "backup of type " + type) + " of " + database
                + " on "
                + server + ", finished " + finish + (checksums ? ", with checksums" : ", without checksums")
                + (damaged ? ", DAMAGED" : "");
    }
}
