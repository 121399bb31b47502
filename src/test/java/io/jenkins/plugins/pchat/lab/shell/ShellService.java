package io.jenkins.plugins.pchat.lab.shell;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The lab's side of the program that stands where {@code powershell.exe} stands: takes the script and its input from
 * {@link LabShell} and runs it.
 */
public final class ShellService implements AutoCloseable {

    /** The script that the plugin ships. */
    private static final String SCRIPT = "/io/jenkins/plugins/pchat/engine/shell/pchat.ps1";

    private final Topology topology;
    private final Faults faults;
    private final Journal journal;
    private final ShellAccount account;
    private final ServerSocket socket;
    private volatile boolean moduleInstalled = true;

    /** Starts on a free port of the loopback address. */
    public ShellService(Topology topology, Faults faults, Journal journal, ShellAccount account) throws IOException {
        this.topology = topology;
        this.faults = faults;
        this.journal = journal;
        this.account = account;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "lab shell");
        thread.setDaemon(true);
        thread.start();
    }

    /** Writes the program into a directory, for the platform that this runs on. */
    public Path install(Path directory) throws IOException {
        return ShellLauncher.write(directory, socket.getLocalPort());
    }

    /** Takes the management tools off the machine. */
    public void uninstallModule() {
        moduleInstalled = false;
    }

    public Topology topology() {
        return topology;
    }

    /** Where the program connects to. */
    public int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            Socket client;
            try {
                client = socket.accept();
            } catch (IOException e) {
                if (socket.isClosed()) {
                    return;
                }
                throw new UncheckedIOException(e);
            }
            Thread thread = new Thread(() -> answer(client), "lab shell process");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void answer(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            String script = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            byte[] stdin = in.readNBytes(in.readInt());
            ScriptHost.Ended ended = run(script, stdin);
            out.writeInt(ended.exitCode());
            write(out, ended.stdout());
            write(out, ended.stderr());
            out.flush();
        } catch (IOException e) {
            // The process was ended while it ran, as an abort does.
            journal.add(Journal.Kind.EVENT, topology.pool(), account.name(), "the shell's process is gone: " + e);
        }
    }

    private ScriptHost.Ended run(String script, byte[] stdin) throws IOException {
        if (!normal(script).equals(normal(shipped()))) {
            return new ScriptHost.Ended(
                    1,
                    "",
                    "This is the lab's shell. It can't interpret PowerShell; it runs the plugin's script pchat.ps1 and"
                            + " no other.\n");
        }
        return new ScriptHost(topology, faults, journal, account, moduleInstalled).run(stdin);
    }

    private static String shipped() throws IOException {
        try (InputStream in = ShellService.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IOException("the class path has no " + SCRIPT);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A byte order mark and the kind of line ends make no difference to PowerShell. */
    private static String normal(String script) {
        String text = script.replace("\r\n", "\n");
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
