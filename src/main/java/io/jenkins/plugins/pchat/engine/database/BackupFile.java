package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.TSql;
import java.util.ArrayList;
import java.util.List;

/**
 * A database file inside a backup set ({@code RESTORE FILELISTONLY}).
 *
 * @param logical the name inside the database
 * @param path where it was on the server that the backup comes from
 * @param type {@code D} rows, {@code L} log, {@code F} full-text, {@code S} FILESTREAM
 * @param bytes the size that the restored file will have at once
 */
public record BackupFile(String logical, String path, String type, long bytes) {

    public static List<BackupFile> read(SqlSession session, String backup, int set)
            throws Failure, InterruptedException {
        List<BackupFile> files = new ArrayList<>();
        for (SqlRow row : session.query(TSql.fileListOnly(backup, set))) {
            files.add(new BackupFile(
                    row.word("LogicalName"),
                    row.word("PhysicalName"),
                    row.word("Type").strip(),
                    row.whole("Size")));
        }
        return files;
    }

    public boolean isLog() {
        return "L".equals(type);
    }

    /** The last part of its path. */
    String fileName() {
        return path.substring(path.lastIndexOf('\\') + 1);
    }
}
