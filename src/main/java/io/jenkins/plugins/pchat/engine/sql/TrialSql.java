package io.jenkins.plugins.pchat.engine.sql;

import java.util.Map;

/** The statements of a trial restore. They run on SQL Server 2008 R2 to 2016. */
public final class TrialSql {

    private TrialSql() {}

    /**
     * Restores a backup set as a database of its own, into which nobody but administrators can go. Without {@code REPLACE}: SQL Server then overwrites
     * neither a database (3154, 3159) nor a file (3142) that is there.
     *
     * @param database a name that no database has
     * @param moves logical file name to path, in the order of the backup's file list
     */
    public static String restore(String database, String path, int file, int stats, Map<String, String> moves) {
        return "RESTORE DATABASE " + SqlName.of(database) + " FROM DISK = " + SqlText.of(path) + "\n    WITH FILE = "
                + file + ", RECOVERY, RESTRICTED_USER, CHECKSUM, STATS = " + stats + TSql.moves(moves);
    }

    /** Removes a database and deletes its files, whatever its state; 3702 when somebody is in it. */
    public static String drop(String database) {
        return "DROP DATABASE " + SqlName.of(database);
    }
}
