package io.jenkins.plugins.pchat.engine.database;

/** The names of log backups, {@code mgc_20260102030405.trn}: the time in them orders the files of one database. */
final class LogFile {

    private LogFile() {}

    /** The file's name without its folders: on the share and on the secondary the folders differ. */
    static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
    }

    /** Whether a file is the other one or was taken after it; null is before everything. */
    static boolean notBefore(String path, String other) {
        return path != null && name(path).compareToIgnoreCase(name(other)) >= 0;
    }
}
