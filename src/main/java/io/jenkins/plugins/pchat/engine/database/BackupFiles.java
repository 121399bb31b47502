package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The full backups of a failback that lie on the share: the hand-over backups and those that initialised the secondary. Log backups are not among them: the
 * jobs delete them.
 *
 * @param kept those that this failback was made with
 * @param leftover those that an earlier or a cut attempt has left, whole or not
 */
record BackupFiles(List<String> kept, List<String> leftover) {

    /**
     * The files as an instance sees them.
     *
     * @param used their paths, of which some may be null
     */
    static BackupFiles read(SqlSession session, String share, String database, List<String> used)
            throws Failure, InterruptedException {
        List<String> kept = new ArrayList<>();
        List<String> leftover = new ArrayList<>();
        for (SqlRow row : session.query(Queries.files(share))) {
            String name = row.text("subdirectory");
            if (row.flag("file") && isOurs(name, database)) {
                String path = share + "\\" + name;
                (used.stream().anyMatch(path::equalsIgnoreCase) ? kept : leftover).add(path);
            }
        }
        return new BackupFiles(List.copyOf(kept), List.copyOf(leftover));
    }

    private static boolean isOurs(String name, String database) {
        String lower = String.valueOf(name).toLowerCase(Locale.ROOT);
        String prefix = UncPath.nameOf(database).toLowerCase(Locale.ROOT);
        return lower.matches("[a-z0-9_.-]+\\.bak")
                && (lower.startsWith(prefix + "_failback_") || lower.startsWith(prefix + "_lsinit_"));
    }
}
