package io.jenkins.plugins.pchat.engine.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a trial restore calls its database and its files. The files lie in the folders in which the real restore would put them, under names that
 * nothing else gives, so that what a trial left is known by them.
 */
final class TrialFiles {

    private static final String DATABASE = "_trial";
    private static final String FILE = "pchat-trial-";

    private TrialFiles() {}

    /** The database that a trial with a backup of this one makes. */
    static String database(String original) {
        return original + DATABASE;
    }

    /**
     * Places the files of a backup: {@code E:\CsData\pchat-trial-mgc-1.mdf}.
     *
     * @param original the database of the backup
     * @param present the files of all databases of the server
     */
    static FilePlacement place(
            String original, List<BackupFile> files, List<DatabaseFile> present, ServerIdentity server) {
        Map<String, String> real =
                FilePlacement.of(original, files, present, server).moves();
        Map<String, String> moves = new LinkedHashMap<>();
        for (BackupFile file : files) {
            String path = real.get(file.logical());
            String folder = path.substring(0, path.lastIndexOf('\\') + 1);
            moves.put(file.logical(), folder + FILE + original + "-" + (moves.size() + 1) + ending(file));
        }
        return new FilePlacement(moves, files);
    }

    private static String ending(BackupFile file) {
        String name = file.fileName();
        String ending = name.substring(Math.max(0, name.lastIndexOf('.')));
        return ending.matches("\\.[A-Za-z0-9]{1,8}") ? ending : file.isLog() ? ".ldf" : ".ndf";
    }

    /** Whether a trial has called this file so. */
    static boolean isOurs(String original, String path) {
        String name = path.substring(path.lastIndexOf('\\') + 1);
        String stem = FILE + original + "-";
        return name.regionMatches(true, 0, stem, 0, stem.length())
                && name.substring(stem.length()).matches("\\d+\\.[A-Za-z0-9]{1,8}");
    }
}
