package io.jenkins.plugins.pchat.engine.sql;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server that is well-behaved up to one message of the client and then does what its case says, for as long as the client stays. */
final class GarbageServer implements AutoCloseable {

    /** Which message of the client is answered badly. */
    enum At {
        PRELOGIN,
        LOGIN,
        /** The first thing that a session asks: its id. */
        FIRST_QUERY,
        /** Whatever the test asks for. */
        STATEMENT
    }

    /** What it does instead of answering. */
    @FunctionalInterface
    interface Misdeed {
        void answer(OutputStream out) throws IOException;
    }

    private final ServerSocket listener;
    private final At at;
    private final Misdeed misdeed;

    GarbageServer(At at, Misdeed misdeed) throws IOException {
        this.at = at;
        this.misdeed = misdeed;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("garbage", this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                start("garbage client", () -> serve(client));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            for (int message = 0; ; message++) {
                Tds.skipMessage(in);
                if (message == at.ordinal()) {
                    misdeed.answer(out);
                    // It leaves the connection open, so that the client has to decide.
                    in.skipNBytes(Long.MAX_VALUE);
                }
                Tds.send(
                        out,
                        switch (message) {
                            case 0 -> Tds.preloginReply();
                            case 1 -> Tds.loginReply();
                            default -> Tds.join(Tds.INT_COLUMN, Tds.INT_ROW, Tds.DONE);
                        },
                        true);
            }
        } catch (IOException e) {
            // The client has left, as it should.
            return;
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The same part of a message, without end. */
    static Misdeed endless(byte[] first, byte[] again) {
        return out -> {
            if (first.length > 0) {
                Tds.send(out, first, false);
            }
            byte[] many = again;
            while (many.length < 4000) {
                many = Tds.join(many, again);
            }
            while (true) {
                Tds.send(out, many, false);
            }
        };
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
