package io.jenkins.plugins.pchat.lab.shell;

import io.jenkins.plugins.pchat.lab.fault.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The deployment with its one Persistent Chat pool: who is in it, which databases it has, and the configuration in the
 * Central Management store.
 */
public final class Topology implements AutoCloseable {

    public static final String NORMAL = "Normal";
    public static final String FAILED_OVER = "FailedOver";

    /** 6: Lync Server 2013. */
    public static final int LYNC_2013 = 6;

    /** 7: Skype for Business Server 2015. */
    public static final int SFB_2015 = 7;

    /** A pool as {@code Get-CsPool} lists it. */
    record Pool(String fqdn, String site, List<String> services, List<String> computers) {}

    private static final String POOL = "lyncpc.dci.discovery.com";
    private static final String FRONT_END = "lyncfe.dcb.discovery.com";

    private static final List<String> PRIMARY = List.of("chata1.dci.discovery.com", "chata2.dci.discovery.com");
    private static final List<String> BACKUP = List.of("chatb1.dcb.discovery.com", "chatb2.dcb.discovery.com");

    private final int version;
    private final Replicator replicator;
    private final List<Consumer<Topology>> listeners = new CopyOnWriteArrayList<>();
    private PoolConfiguration configuration;

    private Topology(int version, PoolConfiguration configuration, Duration replicationDelay, Faults faults) {
        this.version = version;
        this.configuration = configuration;
        List<String> replicas = new ArrayList<>(computers());
        replicas.add(FRONT_END);
        this.replicator = new Replicator(replicas, configuration, replicationDelay, faults, this::notifyListeners);
    }

    /**
     * The deployment after a failover: the servers of the backup data centre are active, the pool uses the backup
     * databases.
     *
     * @param replicationDelay from a change until the servers of the pool have it
     */
    public static Topology afterFailover(int version, Duration replicationDelay, Faults faults) {
        return new Topology(version, new PoolConfiguration(BACKUP, FAILED_OVER), replicationDelay, faults);
    }

    /** The pool's FQDN. */
    public String pool() {
        return POOL;
    }

    public int version() {
        return version;
    }

    /** All computers of the pool, which is stretched over both data centres. */
    public List<String> computers() {
        List<String> all = new ArrayList<>(PRIMARY);
        all.addAll(BACKUP);
        return all;
    }

    public List<String> primaryComputers() {
        return PRIMARY;
    }

    public List<String> backupComputers() {
        return BACKUP;
    }

    /** The configuration in the Central Management store. */
    public synchronized PoolConfiguration configuration() {
        return configuration;
    }

    /** The computers of the pool that are not active. */
    public List<String> inactive() {
        List<String> inactive = new ArrayList<>(computers());
        inactive.removeAll(configuration().active());
        return inactive;
    }

    /** Whether a server of the pool accepts clients: it does when it is in the list that has reached it. */
    public boolean serves(String computer) {
        return replicator.at(computer).active().stream().anyMatch(computer::equalsIgnoreCase);
    }

    /** The pool's state as a server of the pool knows it. */
    public String stateAt(String computer) {
        return replicator.at(computer).state();
    }

    /**
     * Is called, on any thread, when a server has applied a change; it asks {@link #serves} and {@link #stateAt} then.
     */
    public void onChange(Consumer<Topology> listener) {
        listeners.add(listener);
    }

    private void notifyListeners() {
        listeners.forEach(listener -> listener.accept(this));
    }

    /** Sets the list of active servers, as the cmdlet does. */
    public void setActive(List<String> servers) {
        PoolConfiguration changed;
        synchronized (this) {
            configuration = changed = configuration.withActive(servers);
        }
        replicator.changed(changed);
    }

    void setState(String state) {
        PoolConfiguration changed;
        synchronized (this) {
            configuration = changed = configuration.withState(state);
        }
        replicator.changed(changed);
    }

    List<Replicator.Status> replication() {
        return replicator.status();
    }

    boolean push(String computer) {
        return replicator.push(computer, configuration());
    }

    /** The identity of the pool's Persistent Chat service. */
    public String identity() {
        return "PersistentChatServer:" + POOL;
    }

    /** The topology's references to the SQL Server stores, by property. */
    Map<String, String> databases() {
        Map<String, String> stores = new LinkedHashMap<>();
        stores.put("PersistentChatDatabase", "PersistentChatDatabase:sqla.dci.discovery.com");
        stores.put("MirrorPersistentChatDatabase", "PersistentChatDatabase:sqlam.dci.discovery.com");
        stores.put("BackupPersistentChatDatabase", "PersistentChatDatabase:sqlb.dcb.discovery.com");
        stores.put("BackupMirrorPersistentChatDatabase", "PersistentChatDatabase:sqlbm.dcb.discovery.com");
        return stores;
    }

    /** A database service as {@code Get-CsService -PersistentChatDatabase} lists it. */
    record DatabaseService(String identity, String fqdn, String instance) {}

    /** The stores that the references name, each an instance RTC. */
    List<DatabaseService> databaseServices() {
        return databases().values().stream()
                .map(identity -> new DatabaseService(identity, identity.substring(identity.indexOf(':') + 1), "RTC"))
                .toList();
    }

    List<Pool> pools() {
        return List.of(
                new Pool(FRONT_END, "Site:Discovery-B", List.of("Registrar:" + FRONT_END), List.of(FRONT_END)),
                new Pool(POOL, "Site:Discovery", List.of(identity()), computers()));
    }

    @Override
    public void close() {
        replicator.close();
    }
}
