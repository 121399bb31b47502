package io.jenkins.plugins.pchat.engine.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The statements of mirroring, backup and restore, one each; what the operations read is in {@link Queries}. They run on SQL Server 2008 R2 to 2016.
 * T-SQL takes no parameters for names, nor for the paths of BACKUP and RESTORE: they are quoted by {@link SqlName} and {@link SqlText}.
 */
public final class TSql {

    private TSql() {}

    /** Ends a mirroring session and its witness, from either partner, without needing the other. */
    public static String removePartner(String database) {
        return "ALTER DATABASE " + SqlName.of(database) + " SET PARTNER OFF";
    }

    /**
     * A full backup.
     *
     * @param compression null for the instance's setting
     * @param maxTransferSize null for SQL Server's choice
     * @param bufferCount null for SQL Server's choice
     */
    public record Backup(
            String database,
            String path,
            boolean copyOnly,
            Boolean compression,
            int stats,
            Integer maxTransferSize,
            Integer bufferCount,
            String name,
            String description) {}

    /**
     * Takes a full backup into a file of its own. FORMAT and INIT, for NOINIT is the default and a restore takes the
     * oldest set; CHECKSUM, so that
     * damaged pages stop it.
     */
    public static String backup(Backup b) {
        List<String> with = new ArrayList<>();
        if (b.copyOnly()) {
            with.add("COPY_ONLY");
        }
        with.addAll(List.of("FORMAT", "INIT", "SKIP", "CHECKSUM"));
        if (b.compression() != null) {
            with.add(b.compression() ? "COMPRESSION" : "NO_COMPRESSION");
        }
        with.add("STATS = " + b.stats());
        if (b.maxTransferSize() != null) {
            with.add("MAXTRANSFERSIZE = " + b.maxTransferSize());
        }
        if (b.bufferCount() != null) {
            with.add("BUFFERCOUNT = " + b.bufferCount());
        }
        with.add("NAME = " + SqlText.of(b.name()));
        with.add("DESCRIPTION = " + SqlText.of(b.description()));
        return "BACKUP DATABASE " + SqlName.of(b.database()) + " TO DISK = " + SqlText.of(b.path()) + "\n    WITH "
                + String.join(", ", with);
    }

    /** One row for each backup set in a file. */
    public static String headerOnly(String path) {
        return "RESTORE HEADERONLY FROM DISK = " + SqlText.of(path);
    }

    /** One row for each database file in a backup set. */
    public static String fileListOnly(String path, int file) {
        return "RESTORE FILELISTONLY FROM DISK = " + SqlText.of(path) + " WITH FILE = " + file;
    }

    /** Reads a backup set through: complete, readable, checksums right; with moves also the room for its files. */
    public static String verifyOnly(String path, int file, int stats, Map<String, String> moves) {
        return "RESTORE VERIFYONLY FROM DISK = " + SqlText.of(path) + "\n    WITH FILE = " + file
                + ", CHECKSUM, STATS = " + stats + moves(moves);
    }

    /**
     * Replaces a database by a backup set.
     *
     * @param recovery whether it can be used afterwards; else it waits for log backups
     * @param moves logical file name to path, in the order of the backup's file list
     */
    public static String restore(
            String database, String path, int file, boolean recovery, int stats, Map<String, String> moves) {
        return "RESTORE DATABASE " + SqlName.of(database) + " FROM DISK = " + SqlText.of(path) + "\n    WITH FILE = "
                + file + ", REPLACE, " + (recovery ? "RECOVERY" : "NORECOVERY") + ", CHECKSUM, STATS = " + stats
                + moves(moves);
    }

    static String moves(Map<String, String> moves) {
        StringBuilder text = new StringBuilder();
        moves.forEach((logical, path) -> text.append(",\n    MOVE ")
                .append(SqlText.of(logical))
                .append(" TO ")
                .append(SqlText.of(path)));
        return text.toString();
    }

    /** Ends all sessions in a database and lets one in. */
    public static String singleUser(String database) {
        return "ALTER DATABASE " + SqlName.of(database) + " SET SINGLE_USER WITH ROLLBACK IMMEDIATE";
    }

    /** The background statistics update would take the one place of a single-user database. */
    public static String noAsyncStatistics(String database) {
        return "ALTER DATABASE " + SqlName.of(database) + " SET AUTO_UPDATE_STATISTICS_ASYNC OFF";
    }

    public static String multiUser(String database) {
        return "ALTER DATABASE " + SqlName.of(database) + " SET MULTI_USER";
    }

    public static String recoveryFull(String database) {
        return "ALTER DATABASE " + SqlName.of(database) + " SET RECOVERY FULL";
    }

    public static String owner(String database, String login) {
        return "ALTER AUTHORIZATION ON DATABASE::" + SqlName.of(database) + " TO " + SqlName.of(login);
    }

    /** Ties a SQL user of a database to the login of the same name; the session is in master again afterwards. */
    public static String attachUser(String database, String user) {
        return "USE " + SqlName.of(database) + ";\nALTER USER " + SqlName.of(user) + " WITH LOGIN = " + SqlName.of(user)
                + ";\nUSE [master]";
    }
}
