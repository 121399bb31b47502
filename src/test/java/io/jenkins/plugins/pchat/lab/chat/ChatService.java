package io.jenkins.plugins.pchat.lab.chat;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.shell.Topology;
import io.jenkins.plugins.pchat.lab.wire.LabCertificate;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** All Persistent Chat servers of the pool, and the moment at which the last of them stopped writing. */
public final class ChatService implements AutoCloseable {

    /** What their sessions call themselves. */
    public static final String PROGRAM = "Persistent Chat Server";

    /**
     * How the servers reach the databases.
     *
     * @param primaryPort of the primary instance, on localhost
     * @param backupPort of the backup instance
     * @param trustStore holds the certificate of both
     */
    public record Databases(int primaryPort, int backupPort, String user, String password, Path trustStore) {}

    private final Topology topology;
    private final Databases databases;
    private final Ledger ledger;
    private final Journal journal;
    private final Faults faults;
    private final Runnable whenQuiet;
    private final List<Thread> threads = new ArrayList<>();
    private int writing;

    /**
     * @param whenQuiet is called each time that the last server has stopped writing, before that server does anything
     * else
     */
    public ChatService(
            Topology topology, Databases databases, Ledger ledger, Journal journal, Faults faults, Runnable whenQuiet) {
        this.topology = topology;
        this.databases = databases;
        this.ledger = ledger;
        this.journal = journal;
        this.faults = faults;
        this.whenQuiet = whenQuiet;
    }

    /**
     * Starts the servers.
     *
     * @param drain how long a server that was taken off the list keeps its connection
     */
    public void start(Duration drain) {
        topology.onChange(changed -> wake());
        for (String computer : topology.computers()) {
            Thread thread = new Thread(new ChatServer(computer, this, drain), "chat server " + computer);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    Topology topology() {
        return topology;
    }

    public Ledger ledger() {
        return ledger;
    }

    Faults faults() {
        return faults;
    }

    Journal journal() {
        return journal;
    }

    private synchronized void wake() {
        notifyAll();
    }

    synchronized void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            wait();
        }
    }

    /** Waits no longer than the limit. */
    synchronized void await(BooleanSupplier condition, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toMillis();
                left > 0 && !condition.getAsBoolean();
                left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    synchronized void begins() {
        writing++;
    }

    synchronized void ends() {
        writing--;
        if (writing == 0) {
            whenQuiet.run();
        }
    }

    Connection connect(String computer, boolean primary) throws SQLException {
        SQLServerDataSource source = new SQLServerDataSource();
        source.setServerName("localhost");
        source.setPortNumber(primary ? databases.primaryPort() : databases.backupPort());
        source.setDatabaseName(Mgc.NAME);
        source.setUser(databases.user());
        source.setPassword(databases.password());
        source.setTrustStore(databases.trustStore().toString());
        source.setTrustStorePassword(LabCertificate.TRUST_STORE_PASSWORD);
        source.setApplicationName(PROGRAM);
        source.setWorkstationID(computer.substring(0, computer.indexOf('.')).toUpperCase(java.util.Locale.ROOT));
        source.setConnectRetryCount(0);
        source.setLoginTimeout(5);
        return source.getConnection();
    }

    /** Ends all servers as a power cut would, and waits until they have ended. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
