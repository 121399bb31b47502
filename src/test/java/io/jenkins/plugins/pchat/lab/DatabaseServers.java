package io.jenkins.plugins.pchat.lab;

import io.jenkins.plugins.pchat.lab.agent.SqlServerAgent;
import io.jenkins.plugins.pchat.lab.chat.Mgc;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.backup.BackupFileReader;
import io.jenkins.plugins.pchat.lab.server.backup.Damage;
import io.jenkins.plugins.pchat.lab.storage.DiskStorage;
import io.jenkins.plugins.pchat.lab.wire.LabCertificate;
import io.jenkins.plugins.pchat.lab.wire.TdsServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The SQL Servers of both data centres after a failover: {@code SQLB\RTC} serves the users, its databases are
 * mirrored to {@code SQLBM\RTC}; {@code SQLA\RTC} has the empty databases of the reinstallation. The failover has
 * removed the log shipping configuration of the one, and the rebuilding that of the other.
 */
public final class DatabaseServers implements AutoCloseable {

    public static final String PRIMARY = "SQLA\\RTC";
    public static final String BACKUP = "SQLB\\RTC";
    public static final String SHARE = "\\\\nas\\pchat";
    public static final String COPY_DIRECTORY = "D:\\LogShipping";

    /** A sysadmin everywhere. */
    public static final String LOGIN = "pchat";

    /** What the journal says when an instance that was killed answers again. */
    public static final String UP_AGAIN = "the instance is up again";

    static final String CHAT_LOGIN = "lyncchat";

    /** SQL Server 2014. */
    private static final String VERSION = "12.0.6024.0";

    private static final long CAPACITY = 64L << 30;
    /** From the death of an instance until it answers again. */
    private static final Duration RESTART = Duration.ofSeconds(1);

    private final Journal journal;
    private final Faults faults;
    private final String password;
    private final DiskStorage storage;
    private final LabCertificate certificate = LabCertificate.create("lab");
    private final Path trustStore;
    private final LabInstance primary;
    private final LabInstance backup;
    private final LabInstance mirror;
    private final List<SqlServerAgent> agents;
    private final TdsServer primaryServer;
    private final TdsServer backupServer;

    DatabaseServers(LabSettings settings, Path folder, Journal journal, Faults faults, String password)
            throws IOException {
        this.journal = journal;
        this.faults = faults;
        this.password = password;
        storage =
                new DiskStorage(folder.resolve("disks"), faults, CAPACITY, settings.megabytesPerSecond()).share(SHARE);
        trustStore = certificate.writeTrustStore(folder, "lab");
        primary = instance(PRIMARY);
        backup = instance(BACKUP);
        mirror = instance("SQLBM\\RTC");
        agents = List.of(SqlServerAgent.install(primary), SqlServerAgent.install(backup));
        databases(settings.messages());
        backupServer = serve(backup, settings.port());
        primaryServer = serve(primary, settings.port() == 0 ? 0 : settings.port() + 1);
        agents.forEach(SqlServerAgent::start);
    }

    private LabInstance instance(String name) {
        String host = name.substring(0, name.indexOf('\\'));
        storage.drive(host, 'C').drive(host, 'D');
        LabInstance instance = new LabInstance(name, host, VERSION, storage, faults, journal);
        instance.addLogin(LOGIN, password, true);
        instance.addWindowsLogin(DataCentres.WINDOWS_ACCOUNT, password, true);
        // Each instance gives it an identifier of its own: after the restore its user has to be attached to it again.
        instance.addLogin(CHAT_LOGIN, password, false);
        return instance;
    }

    private void databases(int messages) {
        for (LabInstance instance : List.of(primary, backup)) {
            // Topology Builder was given other folders when the primary was built again.
            String folder = instance == primary ? "D:\\CsData\\BackendStore\\rtc" : "D:\\Data";
            instance.createDatabase(Mgc.NAME, folder);
            instance.createDatabase("mgccomp", folder);
            Mgc.createTables(instance);
            instance.run(Mgc.NAME, "CREATE USER [" + CHAT_LOGIN + "] FOR LOGIN [" + CHAT_LOGIN + "]");
        }
        Mgc.fill(backup, messages);
        backup.mirrorWith(Mgc.NAME, mirror, null);
        backup.mirrorWith("mgccomp", mirror, null);
    }

    private TdsServer serve(LabInstance instance, int port) throws IOException {
        TdsServer server = new TdsServer(instance, certificate, port);
        server.start();
        instance.whenKilled(() -> restart(instance, server));
        return server;
    }

    private void restart(LabInstance instance, TdsServer server) {
        try {
            server.stopAbruptly();
            Thread.sleep(RESTART.toMillis());
            server.start();
            journal.add(Journal.Kind.EVENT, instance.serverName(), "lab", UP_AGAIN);
        } catch (IOException e) {
            throw new IllegalStateException("The lab's server can't be started again: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process that has these sessions is gone: all its connections are reset at once. */
    public void clientGone(String application) {
        List.of(primary, backup).forEach(instance -> instance.sessions().closeAll(application));
    }

    /** Damages the last backup set of a file; false when there is none. */
    public boolean damage(String file) {
        try (BackupFileReader reader = new BackupFileReader(storage, primary.hostName(), file)) {
            List<BackupFileReader.Entry> sets = reader.sets();
            if (sets.isEmpty()) {
                return false;
            }
            BackupFileReader.Entry last = sets.get(sets.size() - 1);
            Damage.strike(storage.resolve(primary.hostName(), file), last.start(), last.end());
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public LabInstance primary() {
        return primary;
    }

    public LabInstance backup() {
        return backup;
    }

    public LabInstance mirror() {
        return mirror;
    }

    public DiskStorage storage() {
        return storage;
    }

    public int primaryPort() {
        return primaryServer.port();
    }

    public int backupPort() {
        return backupServer.port();
    }

    /** How a step names the primary instance. */
    public String primaryAddress() {
        return "localhost," + primaryPort();
    }

    /** How a step names the backup instance. */
    public String backupAddress() {
        return "localhost," + backupPort();
    }

    public LabCertificate certificate() {
        return certificate;
    }

    /** A trust store that holds the lab's certificate alone. */
    public Path trustStore() {
        return trustStore;
    }

    @Override
    public void close() throws IOException {
        agents.forEach(SqlServerAgent::close);
        primaryServer.close();
        backupServer.close();
        List.of(primary, backup, mirror).forEach(LabInstance::close);
    }
}
