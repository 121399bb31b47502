package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.tsql.WithOptions;
import io.jenkins.plugins.pchat.lab.storage.Storage.WindowsException;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Where the files of a restored database go, by MOVE or as in the backup, and whether they can. */
final class FilePlan {

    private final LabInstance instance;
    private final RestoreSource source;
    private final Database existing;

    /** @param existing the database that is overwritten, null when there is none */
    FilePlan(LabInstance instance, RestoreSource source, Database existing) {
        this.instance = instance;
        this.source = source;
        this.existing = existing;
    }

    /** The files as they will be: 3234, 3176, 1834 and 3156, 3142, 5133, 3257. */
    List<DataFile> files() throws ServerError, InterruptedException, IOException {
        Map<String, String> moves = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (WithOptions.Move move : source.statement().options().moves()) {
            moves.put(
                    source.options().name(move.logicalName()), source.options().name(move.physicalName()));
        }
        List<DataFile> files = new ArrayList<>();
        for (DataFile file : source.header().origin().files()) {
            String moved = moves.remove(file.logicalName());
            files.add(moved == null ? file : file.at(moved));
        }
        if (!moves.isEmpty()) {
            throw new ServerError(
                    3234,
                    2,
                    16,
                    "Logical file '" + moves.keySet().iterator().next() + "' is not part of database '"
                            + source.database() + "'. Use RESTORE FILELISTONLY to list the logical file names.");
        }
        try {
            for (DataFile file : files) {
                claimed(file, files);
            }
            space(files);
        } catch (ServerError e) {
            boolean planning = e.number() != 3257;
            throw planning
                    ? Errors.followedBy(
                            e,
                            3119,
                            "Problems were identified while planning for the RESTORE statement. Previous messages "
                                    + "provide details.")
                    : e;
        }
        return files;
    }

    private void claimed(DataFile file, List<DataFile> all) throws ServerError, IOException {
        for (DataFile other : all) {
            if (other.id() != file.id() && other.physicalName().equalsIgnoreCase(file.physicalName())) {
                throw new ServerError(
                        3176,
                        16,
                        "File '" + file.physicalName() + "' is claimed by '" + file.logicalName() + "'(" + file.id()
                                + ") and '" + other.logicalName() + "'(" + other.id()
                                + "). The WITH MOVE clause can be used to relocate one or more files.");
            }
        }
        for (Database database : instance.databases().all()) {
            boolean owns =
                    database.files().stream().anyMatch(f -> f.physicalName().equalsIgnoreCase(file.physicalName()));
            if (owns && database != existing) {
                throw cannotRestore(
                        new ServerError(
                                1834,
                                16,
                                "The file '" + file.physicalName()
                                        + "' cannot be overwritten.  It is being used by database '" + database.name()
                                        + "'."),
                        file);
            }
            if (owns) {
                return;
            }
        }
        Path path;
        try {
            path = instance.storage().resolve(instance.hostName(), file.physicalName());
        } catch (WindowsException e) {
            throw lookupFailed(file, e.code(), e.getMessage());
        }
        if (!Files.isDirectory(path.getParent())) {
            throw lookupFailed(file, 3, "The system cannot find the path specified.");
        }
        if (Files.exists(path) && !source.has("REPLACE")) {
            throw new ServerError(
                    3142,
                    16,
                    "File \"" + file.logicalName() + "\" cannot be restored over the existing \"" + file.physicalName()
                            + "\". Reissue the RESTORE statement using WITH REPLACE to overwrite pre-existing files, "
                            + "or WITH MOVE to identify an alternate location.");
        }
    }

    private static ServerError lookupFailed(DataFile file, int code, String text) {
        return cannotRestore(
                new ServerError(
                        5133,
                        16,
                        "Directory lookup for the file \"" + file.physicalName()
                                + "\" failed with the operating system error " + code + "(" + text + ")."),
                file);
    }

    private static ServerError cannotRestore(ServerError cause, DataFile file) {
        return Errors.followedBy(
                cause,
                3156,
                "File '" + file.logicalName() + "' cannot be restored to '" + file.physicalName()
                        + "'. Use WITH MOVE to identify a valid location for the file.");
    }

    private void space(List<DataFile> files) throws ServerError, IOException {
        Map<String, Long> wanted = new TreeMap<>();
        for (DataFile file : files) {
            wanted.merge(volume(file), file.bytes(), Long::sum);
        }
        if (existing != null) {
            existing.files().forEach(f -> wanted.computeIfPresent(volume(f), (v, bytes) -> bytes - f.bytes()));
        }
        for (Map.Entry<String, Long> volume : wanted.entrySet()) {
            long available = instance.storage().available(instance.hostName(), volume.getKey());
            if (volume.getValue() > available) {
                throw new ServerError(
                        3257,
                        16,
                        "There is insufficient free space on disk volume '" + volume.getKey()
                                + "' to create the database. The database requires " + volume.getValue()
                                + " additional free bytes, while only " + available + " bytes are available.");
            }
        }
    }

    private static String volume(DataFile file) {
        return file.physicalName().substring(0, 3).toUpperCase(Locale.ROOT);
    }
}
