package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.storage.Storage;
import java.time.LocalDateTime;

/** What an instance is given: its name and version, the machine with its clock and disks, and what goes wrong there. */
abstract class Machine implements Instance {

    private final String serverName;
    private final String hostName;
    private final String productVersion;
    private final Storage storage;
    private final Faults faults;
    private final Journal journal;
    private final ServiceAccounts accounts = new ServiceAccounts();
    private final ServerSettings settings = new ServerSettings();
    private volatile LocalDateTime started = LocalDateTime.now();

    Machine(
            String serverName,
            String hostName,
            String productVersion,
            Storage storage,
            Faults faults,
            Journal journal) {
        this.serverName = serverName;
        this.hostName = hostName;
        this.productVersion = productVersion;
        this.storage = storage;
        this.faults = faults;
        this.journal = journal;
    }

    @Override
    public String serverName() {
        return serverName;
    }

    @Override
    public String hostName() {
        return hostName;
    }

    /** {@code 12.0.6024.0}. */
    public String productVersion() {
        return settings.version() == null ? productVersion : settings.version();
    }

    /** The first number of the version: 12 for SQL Server 2014. */
    public int majorVersion() {
        return Integer.parseInt(productVersion().substring(0, productVersion().indexOf('.')));
    }

    @Override
    public LocalDateTime now() {
        return LocalDateTime.now().plus(settings.clock());
    }

    /** When the instance was started. */
    public LocalDateTime started() {
        return started;
    }

    /** The instance is started again. */
    void restarted() {
        started = LocalDateTime.now();
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    /** How it was set up. */
    public ServerSettings settings() {
        return settings;
    }

    /** The accounts that {@code sys.dm_server_services} shows. */
    public ServiceAccounts accounts() {
        return accounts;
    }
}
