package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/**
 * A backup file as the instance that is to restore it sees it, which proves that its service account can read the file.
 *
 * @param server the instance that looks
 * @param database the name of the database that is wanted from it
 * @param path the UNC path
 * @param unreadable why it can't be read from here; null if it can
 * @param sets the backup sets in it
 * @param files the database files in the one set; empty unless there is exactly one set
 */
record SeenBackup(
        ServerIdentity server,
        String database,
        String path,
        String unreadable,
        List<BackupHeader> sets,
        List<BackupFile> files) {

    static SeenBackup read(SqlSession session, ServerIdentity server, String database, String path)
            throws Failure, InterruptedException {
        try {
            List<BackupHeader> sets = BackupHeader.read(session, path);
            List<BackupFile> files = sets.size() == 1
                    ? BackupFile.read(session, path, sets.get(0).position())
                    : List.of();
            String unreadable = sets.size() == 1 && files.isEmpty() ? "it names no files" : null;
            return new SeenBackup(server, database, path, unreadable, sets, files);
        } catch (Failure e) {
            if (e.code() != Failure.Code.SQL) {
                throw e;
            }
            return new SeenBackup(server, database, path, e.what(), List.of(), List.of());
        }
    }

    /** The one set in it; null unless there is exactly one. */
    BackupHeader set() {
        return sets.size() == 1 ? sets.get(0) : null;
    }

    List<String> lines() {
        return unreadable == null
                ? sets.stream().map(set -> path + ", " + set.line()).toList()
                : List.of(path + " can't be read: " + unreadable);
    }
}
