package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A volume of the server that holds a file of a database; others can't be asked for their room.
 *
 * @param mountPoint {@code D:\} or the folder that the volume is mounted in, with a backslash at its end
 * @param available free bytes
 */
public record Volume(String mountPoint, long available) {

    private static final int NO_SUCH_OBJECT = 208;

    /** The volumes of these files: one question for each folder that has files. */
    public static List<Volume> of(SqlSession session, List<DatabaseFile> files) throws Failure, InterruptedException {
        List<Volume> volumes = new ArrayList<>();
        Set<String> folders = new HashSet<>();
        for (DatabaseFile file : files) {
            if (folders.add(folder(file.path()))) {
                for (SqlRow row : rows(session, file)) {
                    String mountPoint = row.word("volume_mount_point");
                    Volume volume = new Volume(
                            mountPoint.endsWith("\\") ? mountPoint : mountPoint + "\\", row.whole("available_bytes"));
                    if (volumes.stream().noneMatch(v -> v.mountPoint().equalsIgnoreCase(volume.mountPoint()))) {
                        volumes.add(volume);
                    }
                }
            }
        }
        return volumes;
    }

    /** 2008 R2 before its first service pack has no such function (error 208): then nothing is known of the room. */
    private static List<SqlRow> rows(SqlSession session, DatabaseFile file) throws Failure, InterruptedException {
        try {
            return session.query(Queries.VOLUME, file.databaseId(), file.fileId());
        } catch (Failure e) {
            if (e.sqlNumber() == NO_SUCH_OBJECT) {
                return List.of();
            }
            throw e;
        }
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
    }

    public boolean holds(String path) {
        return path.regionMatches(true, 0, mountPoint, 0, mountPoint.length());
    }
}
