package io.jenkins.plugins.pchat.lab.wire;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Serves one SQL Server over TDS on a loopback port. It can be stopped and started again on the same port. */
public final class TdsServer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(TdsServer.class.getName());

    private static final long STOP_SECONDS = 10;

    private final Backend backend;
    private final LabCertificate certificate;
    private final Encryption encryption;
    private final Set<TdsConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile WireFault fault = WireFault.NONE;
    private int port;
    private ServerSocket listener;
    private Thread acceptor;

    /** A server that has a certificate but forces nobody to encrypt, as SQL Server does by default; port 0 means a free one, chosen at the first start. */
    public TdsServer(Backend backend, LabCertificate certificate, int port) {
        this(backend, certificate, port, Encryption.OFF);
    }

    public TdsServer(Backend backend, LabCertificate certificate, int port, Encryption encryption) {
        this.backend = backend;
        this.certificate = certificate;
        this.port = port;
        this.encryption = encryption;
    }

    /** Begins to listen; once this returns, clients can connect. Nothing happens when it listens already. */
    public synchronized void start() throws IOException {
        if (listener != null) {
            return;
        }
        ServerSocket socket = new ServerSocket();
        try {
            // The address is reused by default where that is harmless; on Windows it would let two labs share a port.
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            socket.close();
            throw new IOException("The lab can't listen on port " + port + ": " + e.getMessage(), e);
        }
        port = socket.getLocalPort();
        listener = socket;
        acceptor = daemon(() -> accept(socket), "tds-" + port + "-listener");
    }

    /** The port it listens on, or last listened on. */
    public synchronized int port() {
        return port;
    }

    /** How many clients are connected. */
    public int connections() {
        return connections.size();
    }

    /** Misbehaves from now on, on present and new connections, until {@link WireFault#NONE} is set. */
    public void setFault(WireFault newFault) {
        fault = newFault;
    }

    /** Stops listening, closes all connections in good order and waits until their sessions are closed; must not be called by a statement. */
    public void stop() throws IOException {
        closeListener();
        List<TdsConnection> open = List.copyOf(connections);
        open.forEach(TdsConnection::close);
        try {
            for (TdsConnection connection : open) {
                if (!connection.awaitEnd(STOP_SECONDS)) {
                    LOG.log(Level.WARNING, "A session did not end within {0} s after its connection.", STOP_SECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Dies as a killed process does: all connections are reset and new ones refused until {@link #start}. It does not wait, so that a statement may call it. */
    public void stopAbruptly() throws IOException {
        closeListener();
        List.copyOf(connections).forEach(TdsConnection::cut);
    }

    @Override
    public void close() throws IOException {
        stop();
    }

    /** Once this returns the port is free, and every client that got in is among the connections. */
    private synchronized void closeListener() throws IOException {
        if (listener == null) {
            return;
        }
        listener.close();
        listener = null;
        try {
            // The system gives the port free only when the thread has left its accept.
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                serve(socket.accept());
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    LOG.log(Level.WARNING, "The lab's listener on port " + socket.getLocalPort() + " ended", e);
                    return;
                }
            }
        }
    }

    private void serve(Socket client) {
        TdsConnection connection = new TdsConnection(client, backend, certificate, encryption, () -> fault);
        connections.add(connection);
        daemon(
                () -> {
                    try {
                        connection.run();
                    } finally {
                        connections.remove(connection);
                    }
                },
                "tds-" + client.getLocalPort() + "-reader");
    }

    static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
