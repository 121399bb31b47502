package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlainText;
import io.jenkins.plugins.pchat.engine.Unusable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where each file of a backup goes on the target: to the place of the target's own file of that logical name, else of
 * that type in that order, else
 * into the server's default folder. So the rebuilt database keeps the folders that Topology Builder gave it.
 *
 * @param moves logical name to path, in the backup's order
 * @param files the files of the backup
 */
public record FilePlacement(Map<String, String> moves, List<BackupFile> files) {

    /**
     * Places the files.
     *
     * @param present the files of all databases of the target
     */
    public static FilePlacement of(
            String database, List<BackupFile> files, List<DatabaseFile> present, ServerIdentity server) {
        List<DatabaseFile> own =
                new ArrayList<>(present.stream().filter(f -> f.isOf(database)).toList());
        Map<String, String> moves = new LinkedHashMap<>();
        for (BackupFile file : files) {
            moves.put(file.logical(), null);
            take(own, f -> f.logical().equalsIgnoreCase(file.logical()) && f.isLog() == file.isLog())
                    .ifPresent(f -> moves.put(file.logical(), f.path()));
        }
        for (BackupFile file : files) {
            if (moves.get(file.logical()) == null) {
                Optional<DatabaseFile> like = take(own, f -> f.isLog() == file.isLog());
                moves.put(
                        file.logical(),
                        like.map(DatabaseFile::path).orElseGet(() -> folder(file, present, server) + file.fileName()));
            }
        }
        return new FilePlacement(moves, List.copyOf(files));
    }

    private static Optional<DatabaseFile> take(List<DatabaseFile> files, Predicate<DatabaseFile> condition) {
        Optional<DatabaseFile> found = files.stream().filter(condition).findFirst();
        found.ifPresent(files::remove);
        return found;
    }

    /** Before 2012 a server does not tell its default folders; then it is the folder of its master database. */
    private static String folder(BackupFile file, List<DatabaseFile> present, ServerIdentity server) {
        String folder = file.isLog() ? server.defaultLogPath() : server.defaultDataPath();
        if (folder == null) {
            String master = present.stream()
                    .filter(f -> f.isOf("master"))
                    .filter(f -> f.isLog() == file.isLog())
                    .map(DatabaseFile::path)
                    .findFirst()
                    .orElse(file.path());
            folder = parent(master);
        }
        return folder.endsWith("\\") ? folder : folder + "\\";
    }

    private static String parent(String path) {
        int end = path.lastIndexOf('\\');
        if (end < 0) {
            throw new Unusable(Failure.Code.SQL, "the file " + PlainText.quoted(path) + " is in no folder");
        }
        return path.substring(0, end);
    }

    /** The files of other databases that would be overwritten; SQL Server refuses them with 3142 or 3176. */
    public List<String> foreign(String database, List<DatabaseFile> present) {
        return present.stream()
                .filter(f -> !f.isOf(database))
                .filter(f -> moves.values().stream().anyMatch(f.path()::equalsIgnoreCase))
                .map(f -> f.path() + " of " + f.database())
                .toList();
    }

    /** Two files of the backup that would go to one place. */
    public boolean ambiguous() {
        return moves.values().stream()
                        .map(p -> p.toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                < moves.size();
    }

    /**
     * The files whose volume has too little room, counting what the replaced database frees and keeping a tenth spare.
     */
    public List<String> lacking(String database, List<DatabaseFile> present, List<Volume> volumes) {
        List<String> shortages = new ArrayList<>();
        for (Volume volume : volumes) {
            long needed = files.stream()
                    .filter(f -> volume == holder(moves.get(f.logical()), volumes))
                    .mapToLong(BackupFile::bytes)
                    .sum();
            long freed = present.stream()
                    .filter(f -> f.isOf(database) && volume == holder(f.path(), volumes))
                    .mapToLong(DatabaseFile::bytes)
                    .sum();
            if (needed > 0 && needed + needed / 10 > volume.available() + freed) {
                shortages.add("%s needs %d MB and a tenth, has %d MB and %d MB of the database that is replaced"
                        .formatted(volume.mountPoint(), mb(needed), mb(volume.available()), mb(freed)));
            }
        }
        return shortages;
    }

    /** The volume with the longest mount point: a folder may be a volume of its own. */
    private static Volume holder(String path, List<Volume> volumes) {
        return volumes.stream()
                .filter(v -> v.holds(path))
                .max(Comparator.comparingInt(v -> v.mountPoint().length()))
                .orElse(null);
    }

    private static long mb(long bytes) {
        return bytes >> 20;
    }

    /** All bytes that will be written. */
    public long bytes() {
        return files.stream().mapToLong(BackupFile::bytes).sum();
    }
}
