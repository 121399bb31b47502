package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.server.backup.BackupFileReader;
import io.jenkins.plugins.pchat.lab.server.backup.SetHeader;
import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.tsql.ServerStatement;
import io.jenkins.plugins.pchat.lab.server.tsql.WithOptions;
import io.jenkins.plugins.pchat.lab.storage.Storage.WindowsException;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What RESTORE DATABASE and RESTORE LOG check before they change anything, and where the files go. */
final class RestorePlan {

    private final LabSession session;
    private final LabInstance instance;

    RestorePlan(LabSession session) {
        this.session = session;
        this.instance = session.instance();
    }

    /** Versions: 3169 for a backup of a newer server. */
    void version(SetHeader header) throws ServerError {
        if (header.majorVersion() > instance.majorVersion()) {
            throw new ServerError(
                    3169,
                    16,
                    "The database was backed up on a server running version " + header.version() + ". That version is incompatible with this server, which is "
                            + "running version " + instance.productVersion()
                            + ". Either restore the database on a server that supports the backup, or use a backup that is compatible with this server.");
        }
    }

    /** Nobody may use the database: 3104, 3102, 3101. */
    void exclusive(Database existing) throws ServerError {
        if (existing.mirroring() != null) {
            throw new ServerError(
                    3104,
                    16,
                    "RESTORE cannot operate on database '" + existing.name()
                            + "' because it is configured for database mirroring or has joined an availability group. If you intend to restore the database, use "
                            + "ALTER DATABASE to remove mirroring or to remove the database from its availability group.");
        }
        if (session.isIn(existing)) {
            throw new ServerError(
                    3102,
                    16,
                    "RESTORE cannot process database '" + existing.name()
                            + "' because it is in use by this session. It is recommended that the master database be used when performing this operation.");
        }
        boolean refused = existing.state() == Database.State.ONLINE && instance.faults().inForce(Fault.EXCLUSIVE_ACCESS_REFUSED);
        if (refused || !instance.sessions().in(existing, session).isEmpty()) {
            throw new ServerError(3101, 16, "Exclusive access could not be obtained because the database is in use.");
        }
    }

    /** Whether the existing database may be overwritten: 3154, 3159. */
    void overwrite(Database existing, SetHeader header, boolean replace) throws ServerError {
        if (replace) {
            return;
        }
        if (!existing.family().equals(header.origin().family())) {
            throw new ServerError(
                    3154, 16, "The backup set holds a backup of a database other than the existing '" + existing.name() + "' database.");
        }
        boolean full = existing.recovery() != Database.Recovery.SIMPLE && existing.log().hasChain();
        if (existing.state() == Database.State.ONLINE && full) {
            throw new ServerError(
                    3159,
                    16,
                    "The tail of the log for the database \"" + existing.name()
                            + "\" has not been backed up. Use BACKUP LOG WITH NORECOVERY to backup the log if it contains work you do not want to lose. Use the "
                            + "WITH REPLACE or WITH STOPAT clause of the RESTORE statement to just overwrite the contents of the log.");
        }
    }

    /** The files as they will be: 3234, 3176, 1834 and 3156, 3142, 5133, 3257. */
    List<DataFile> files(ServerStatement.Restore restore, OptionValues options, BackupFileReader.Entry set, Database existing, String target)
            throws ServerError, InterruptedException, IOException {
        Map<String, String> moves = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (WithOptions.Move move : restore.options().moves()) {
            moves.put(options.name(move.logicalName()), options.name(move.physicalName()));
        }
        List<DataFile> files = new ArrayList<>();
        for (DataFile file : set.header().origin().files()) {
            String moved = moves.remove(file.logicalName());
            files.add(moved == null ? file : file.at(moved));
        }
        if (!moves.isEmpty()) {
            throw new ServerError(
                    3234,
                    2,
                    16,
                    "Logical file '" + moves.keySet().iterator().next() + "' is not part of database '" + target
                            + "'. Use RESTORE FILELISTONLY to list the logical file names.");
        }
        try {
            for (DataFile file : files) {
                claimed(file, files, existing, restore.options().has("REPLACE"));
            }
            space(files, existing);
        } catch (ServerError e) {
            boolean planning = e.number() != 3257;
            throw planning
                    ? Errors.followedBy(e, 3119, "Problems were identified while planning for the RESTORE statement. Previous messages provide details.")
                    : e;
        }
        return files;
    }

    private void claimed(DataFile file, List<DataFile> all, Database existing, boolean replace) throws ServerError, IOException {
        for (DataFile other : all) {
            if (other.id() != file.id() && other.physicalName().equalsIgnoreCase(file.physicalName())) {
                throw new ServerError(
                        3176,
                        16,
                        "File '" + file.physicalName() + "' is claimed by '" + file.logicalName() + "'(" + file.id() + ") and '" + other.logicalName() + "'("
                                + other.id() + "). The WITH MOVE clause can be used to relocate one or more files.");
            }
        }
        for (Database database : instance.databases().all()) {
            boolean owns = database.files().stream().anyMatch(f -> f.physicalName().equalsIgnoreCase(file.physicalName()));
            if (owns && database != existing) {
                throw cannotRestore(
                        new ServerError(
                                1834,
                                16,
                                "The file '" + file.physicalName() + "' cannot be overwritten.  It is being used by database '" + database.name() + "'."),
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
        if (Files.exists(path) && !replace) {
            throw new ServerError(
                    3142,
                    16,
                    "File \"" + file.logicalName() + "\" cannot be restored over the existing \"" + file.physicalName()
                            + "\". Reissue the RESTORE statement using WITH REPLACE to overwrite pre-existing files, or WITH MOVE to identify an alternate location.");
        }
    }

    private static ServerError lookupFailed(DataFile file, int code, String text) {
        return cannotRestore(
                new ServerError(
                        5133,
                        16,
                        "Directory lookup for the file \"" + file.physicalName() + "\" failed with the operating system error " + code + "(" + text + ")."),
                file);
    }

    private static ServerError cannotRestore(ServerError cause, DataFile file) {
        return Errors.followedBy(
                cause,
                3156,
                "File '" + file.logicalName() + "' cannot be restored to '" + file.physicalName() + "'. Use WITH MOVE to identify a valid location for the file.");
    }

    private void space(List<DataFile> files, Database existing) throws ServerError, IOException {
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
                        "There is insufficient free space on disk volume '" + volume.getKey() + "' to create the database. The database requires "
                                + volume.getValue() + " additional free bytes, while only " + available + " bytes are available.");
            }
        }
    }

    private static String volume(DataFile file) {
        return file.physicalName().substring(0, 3).toUpperCase(java.util.Locale.ROOT);
    }
}
