package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.catalog.Catalog;
import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.storage.Storage.WindowsException;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The databases of an instance, and who may go into them. */
public final class Databases {

    private static final long DATA_BYTES = 8L << 20;
    private static final long LOG_BYTES = 2L << 20;

    private final LabInstance instance;
    private final List<Database> databases = new ArrayList<>();

    Databases(LabInstance instance) {
        this.instance = instance;
    }

    void createSystemDatabases() throws SQLException, ServerError {
        int id = 1;
        for (String name : List.of("master", "tempdb", "model", "msdb")) {
            Database database = new Database(id++, name, Logins.SA_SID, instance.now());
            database.recovery(name.equals("model") ? Database.Recovery.FULL : Database.Recovery.SIMPLE);
            database.files(filesOf(name, "D:\\Data"));
            if (instance.storage().drives(instance.hostName()).contains("D")) {
                for (DataFile file : database.files()) {
                    allocate(file);
                }
            }
            open(database);
        }
        MsdbTables.create(instance.engine());
    }

    /**
     * Creates an empty database that is online; 1801 when there is one of that name, 5133 when the folder isn't there.
     */
    public Database create(String name, String folder, byte[] ownerSid) throws ServerError {
        Database database = register(name, ownerSid);
        List<DataFile> files = filesOf(name, folder);
        for (DataFile file : files) {
            allocate(file);
        }
        database.files(files);
        return database;
    }

    /** Takes a name for a database that has no files yet. */
    synchronized Database register(String name, byte[] ownerSid) throws ServerError {
        if (find(name) != null) {
            throw new ServerError(
                    1801, 3, 16, "Database '" + name + "' already exists. Choose a different database name.");
        }
        int id = databases.stream().mapToInt(Database::id).max().orElse(0) + 1;
        Database database = new Database(id, name, ownerSid, instance.now());
        try {
            open(database);
        } catch (SQLException e) {
            throw Errors.notSimulated("a database named " + name + ": " + e.getMessage());
        }
        return database;
    }

    private void open(Database database) throws SQLException {
        instance.engine().createDatabase(database.name());
        Catalog.createDatabaseViews(instance, database);
        synchronized (this) {
            databases.add(database);
        }
    }

    /** Makes the file on the host's disk, of its size but without content. */
    void allocate(DataFile file) throws ServerError {
        try {
            Path path = instance.storage().resolve(instance.hostName(), file.physicalName());
            Files.createDirectories(path.getParent());
            try (RandomAccessFile real = new RandomAccessFile(path.toFile(), "rw")) {
                real.setLength(file.bytes());
            }
        } catch (WindowsException e) {
            throw new ServerError(
                    5133,
                    16,
                    "Directory lookup for the file \"" + file.physicalName()
                            + "\" failed with the operating system error " + e.code() + "(" + e.getMessage() + ").");
        } catch (IOException e) {
            throw new ServerError(5123, 16, "CREATE FILE for '" + file.physicalName() + "' failed: " + e.getMessage());
        }
    }

    /** Gives a database other files: the old ones that aren't kept are deleted. */
    void move(Database database, List<DataFile> files) throws ServerError, IOException {
        for (DataFile old : database.files()) {
            if (files.stream().noneMatch(f -> f.physicalName().equalsIgnoreCase(old.physicalName()))) {
                Files.deleteIfExists(instance.storage().resolve(instance.hostName(), old.physicalName()));
            }
        }
        for (DataFile file : files) {
            allocate(file);
        }
        database.files(files);
    }

    private static List<DataFile> filesOf(String name, String folder) {
        String base = folder.endsWith("\\") ? folder : folder + "\\";
        return List.of(
                new DataFile(1, name, base + name + ".mdf", false, DATA_BYTES),
                new DataFile(2, name + "_log", base + name + "_log.ldf", true, LOG_BYTES));
    }

    /** Removes a database and its files. */
    synchronized void drop(Database database) throws SQLException, IOException {
        databases.remove(database);
        Catalog.dropDatabaseViews(instance, database);
        instance.engine().dropDatabase(database.name());
        for (DataFile file : database.files()) {
            Files.deleteIfExists(instance.storage().resolve(instance.hostName(), file.physicalName()));
        }
    }

    public synchronized List<Database> all() {
        return List.copyOf(databases);
    }

    /** The database of a name, null when there is none. */
    public Database find(String name) {
        return all().stream()
                .filter(d -> d.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    /** The database with an id, null when there is none. */
    public Database find(int id) {
        return all().stream().filter(d -> d.id() == id).findFirst().orElse(null);
    }

    /** The database of a name; 911 when there is none. */
    public Database named(String name) throws ServerError {
        Database found = find(name);
        if (found == null) {
            throw Errors.noSuchDatabase(name);
        }
        return found;
    }

    /** Checks that a session may go into a database now: 911, 916, 924, 927, 942. */
    public Database enter(LabSession session, String name) throws ServerError {
        Database database = named(name);
        switch (database.state()) {
            case RESTORING, RECOVERING -> throw Errors.restoring(database.name());
            case OFFLINE -> throw Errors.offline(database.name());
            default -> {}
        }
        if (database.access() == Database.Access.SINGLE_USER
                && !session.database().equalsIgnoreCase(database.name())
                && !instance.sessions().in(database, session).isEmpty()) {
            throw Errors.singleUser(database.name());
        }
        boolean known = database.isSystem()
                || session.login().sysadmin()
                || database.users().stream()
                        .anyMatch(u -> u.sid() != null && session.login().hasSid(u.sid()));
        if (!known
                || (database.access() == Database.Access.RESTRICTED_USER
                        && !session.login().sysadmin())) {
            throw new ServerError(
                    916,
                    14,
                    "The server principal \"" + session.login().name() + "\" is not able to access the database \""
                            + database.name() + "\" under the current security context.");
        }
        return database;
    }
}
