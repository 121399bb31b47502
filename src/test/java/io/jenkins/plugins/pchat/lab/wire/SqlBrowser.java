package io.jenkins.plugins.pchat.lab.wire;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** SQL Server Browser: tells clients on which port a named instance listens (TDS-FACTS 13). A name it does not know gets no answer, as from a real one. */
public final class SqlBrowser implements AutoCloseable {

    /** Where clients ask. */
    public static final int PORT = 1434;

    private static final Logger LOG = System.getLogger(SqlBrowser.class.getName());
    private static final int ALL_BROADCAST = 0x02;
    private static final int ALL = 0x03;
    private static final int ONE = 0x04;
    private static final int ANSWER = 0x05;
    private static final int LONGEST_REQUEST = 64;

    private final List<Instance> instances;
    private final DatagramSocket socket;

    /** An instance by its name, {@code RTC}, on its machine, with its product version and TCP port. */
    public record Instance(String hostName, String name, String version, int port) {

        private String line() {
            return "ServerName;" + hostName + ";InstanceName;" + name + ";IsClustered;No;Version;" + version + ";tcp;"
                    + port + ";;";
        }
    }

    /** Begins to answer on a loopback port; 0 means a free one. */
    public SqlBrowser(int port, List<Instance> instances) throws IOException {
        this.instances = List.copyOf(instances);
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        TdsServer.daemon(this::serve, "sql-browser-" + socket.getLocalPort());
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                DatagramPacket request = new DatagramPacket(new byte[LONGEST_REQUEST], LONGEST_REQUEST);
                socket.receive(request);
                answer(request);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.log(Level.WARNING, "The lab's browser could not answer", e);
                }
            }
        }
    }

    private void answer(DatagramPacket request) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Instance instance : instances) {
            if (asksFor(instance, Arrays.copyOf(request.getData(), request.getLength()))) {
                lines.append(instance.line());
            }
        }
        if (lines.length() > 0) {
            byte[] answer = new Bytes()
                    .u8(ANSWER)
                    .u16(lines.length())
                    .ascii(lines.toString())
                    .toArray();
            socket.send(new DatagramPacket(answer, answer.length, request.getSocketAddress()));
        }
    }

    /** Some clients end the name with a NUL, others don't. */
    private static boolean asksFor(Instance instance, byte[] request) {
        int kind = request.length == 0 ? 0 : request[0];
        if (kind == ALL || kind == ALL_BROADCAST) {
            return true;
        }
        String name = new String(request, StandardCharsets.US_ASCII).substring(Math.min(1, request.length));
        return kind == ONE && name.replace("\0", "").equalsIgnoreCase(instance.name());
    }

    @Override
    public void close() {
        socket.close();
    }
}
