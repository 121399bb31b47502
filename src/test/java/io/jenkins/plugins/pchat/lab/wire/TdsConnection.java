package io.jenkins.plugins.pchat.lab.wire;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One client's connection: the login, then messages until somebody leaves. */
final class TdsConnection implements Backend.Link, RequestQueue.Link {

    private static final Logger LOG = System.getLogger(TdsConnection.class.getName());
    /** The longest request that is taken in, in bytes. */
    private static final int LONGEST_REQUEST = 64 * 1024 * 1024;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Socket socket;
    private final Backend backend;
    private final LabCertificate certificate;
    private final Encryption encryption;
    private final Supplier<WireFault> fault;

    TdsConnection(
            Socket socket,
            Backend backend,
            LabCertificate certificate,
            Encryption encryption,
            Supplier<WireFault> fault) {
        this.socket = socket;
        this.backend = backend;
        this.certificate = certificate;
        this.encryption = encryption;
        this.fault = fault;
    }

    /** Serves the client; returns when it is gone and its session is closed. */
    void run() {
        try {
            socket.setTcpNoDelay(true);
            serve();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A connection ended: {0}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
            ended.countDown();
        }
    }

    /** Waits until the session is closed. */
    boolean awaitEnd(long seconds) throws InterruptedException {
        return ended.await(seconds, TimeUnit.SECONDS);
    }

    private void serve() throws IOException, InterruptedException {
        Transport transport = new Transport(socket);
        PacketReader reader = new PacketReader(transport);
        PacketWriter writer = new PacketWriter(transport);
        LoginPhase phase = new LoginPhase(transport, reader, writer, encryption, certificate, backend, fault);
        LoginReply answer = new LoginReply(writer, backend);
        LoginPhase.Applicant applicant = null;
        BackendSession session;
        try {
            applicant = phase.run();
            if (applicant == null) {
                return;
            }
            session = backend.login(applicant.login(), this);
        } catch (ServerError e) {
            answer.refuse(
                    phase.version(), applicant == null ? "" : applicant.login().user(), e);
            return;
        }
        try {
            answer.accept(applicant.request(), session);
        } catch (IOException e) {
            session.close();
            throw e;
        }
        requests(session, phase.version(), reader, writer);
    }

    private void requests(BackendSession session, TdsVersion version, PacketReader reader, PacketWriter writer)
            throws IOException, InterruptedException {
        TokenWriter tokens = new TokenWriter(writer, version, backend.serverName());
        RequestHandler handler = new RequestHandler(session, tokens, version);
        RequestQueue queue = new RequestQueue(session, handler, tokens, this, fault);
        Thread runner =
                TdsServer.daemon(queue, Thread.currentThread().getName().replace("reader", "session-" + session.id()));
        try {
            Message message;
            while ((message = reader.message(LONGEST_REQUEST)) != null) {
                queue.add(message);
            }
        } finally {
            queue.gone();
            runner.join();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A connection did not close: {0}", e.toString());
        }
    }

    @Override
    public void cut() {
        try {
            // With a linger time of 0 closing sends RST instead of FIN.
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A connection was closed before it was cut: {0}", e.toString());
        }
        close();
    }

    @Override
    public boolean open() {
        return !socket.isClosed();
    }
}
