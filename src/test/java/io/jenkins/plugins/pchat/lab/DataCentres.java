package io.jenkins.plugins.pchat.lab;

import io.jenkins.plugins.pchat.lab.chat.ChatService;
import io.jenkins.plugins.pchat.lab.chat.Ledger;
import io.jenkins.plugins.pchat.lab.chat.Mgc;
import io.jenkins.plugins.pchat.lab.chat.Rows;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.shell.ShellAccount;
import io.jenkins.plugins.pchat.lab.shell.ShellService;
import io.jenkins.plugins.pchat.lab.shell.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Both data centres after a failover, with the primary one rebuilt: the SQL Servers, the management shell, and the
 * chat servers of the backup data centre at work.
 */
public final class DataCentres implements AutoCloseable {

    public static final String WINDOWS_ACCOUNT = "DCI\\svc-pchat";

    private static final long LOOK_MILLIS = 20;

    private final Journal journal = new Journal();
    private final Faults faults = new Faults(journal);
    private final String password = "Aa1-" + HexFormat.of().formatHex(new SecureRandom().generateSeed(12));
    private final Path folder;
    private final DatabaseServers servers;
    private final Topology topology;
    private final ShellService shell;
    private final Path shellProgram;
    private final ChatService chat;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread atExit = new Thread(this::exit, "lab ends");
    private volatile Rows whenCleared;

    private DataCentres(LabSettings settings, Path folder) throws IOException {
        this.folder = folder;
        servers = new DatabaseServers(settings, folder, journal, faults, password);
        topology = Topology.afterFailover(Topology.LYNC_2013, settings.replicationDelay(), faults);
        shell = new ShellService(topology, faults, journal, new ShellAccount(WINDOWS_ACCOUNT, password));
        shellProgram = shell.install(folder.resolve("shell"));
        chat = new ChatService(
                topology,
                new ChatService.Databases(
                        servers.primaryPort(),
                        servers.backupPort(),
                        DatabaseServers.CHAT_LOGIN,
                        password,
                        servers.trustStore()),
                new Ledger(settings.messages()),
                journal,
                faults,
                this::quiet);
    }

    /**
     * Builds everything and starts it; the chat servers begin to write. It ends with the JVM if it isn't closed
     * before.
     */
    public static DataCentres start(LabSettings settings) throws IOException {
        Path folder = Files.createTempDirectory("pchat-lab");
        try {
            DataCentres lab = new DataCentres(settings, folder);
            Runtime.getRuntime().addShutdownHook(lab.atExit);
            lab.chat.start(settings.drain());
            return lab;
        } catch (IOException | RuntimeException e) {
            Folders.delete(folder);
            throw e;
        }
    }

    /** The last chat server has stopped writing: what is in the database now must all be on the primary in the end. */
    private void quiet() {
        if (topology.configuration().active().isEmpty()) {
            whenCleared = Rows.of(servers.backup());
        }
    }

    /** Empties the list of active servers, and waits until no chat server is connected to {@code mgc} any more. */
    public void sendUsersAway() throws InterruptedException {
        topology.setActive(List.of());
        LabInstance backup = servers.backup();
        while (!backup.sessions().in(backup.databases().find(Mgc.NAME), null).isEmpty()) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    public Journal journal() {
        return journal;
    }

    public Faults faults() {
        return faults;
    }

    public DatabaseServers servers() {
        return servers;
    }

    public Topology topology() {
        return topology;
    }

    public ShellService shell() {
        return shell;
    }

    public ChatService chat() {
        return chat;
    }

    /**
     * What was in {@code mgc} on the backup when the list had been cleared and the last server had heard of it; null
     * before that.
     */
    public Rows whenCleared() {
        return whenCleared;
    }

    /** The password of every account in this lab, made for it alone. */
    public String password() {
        return password;
    }

    /** The folder of this machine that goes when the lab goes. */
    public Path folder() {
        return folder;
    }

    /** The program that stands where {@code powershell.exe} stands. */
    public Path shellProgram() {
        return shellProgram;
    }

    /** A folder that can't be removed is told, but fails nothing: on Windows a virus scanner may hold a file of it for a moment. */
    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        if (Thread.currentThread() != atExit) {
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
        chat.close();
        shell.close();
        topology.close();
        servers.close();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("The lab's folder " + folder + " could not be removed: " + e);
        }
    }

    private void exit() {
        try {
            close();
        } catch (IOException e) {
            System.err.println("The lab could not be closed: " + e);
        }
    }
}
