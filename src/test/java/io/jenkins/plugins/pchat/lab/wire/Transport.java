package io.jenkins.plugins.pchat.lab.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** The bytes of a connection, through TLS or past it. */
final class Transport {

    private final InputStream clearIn;
    private final OutputStream clearOut;
    private InputStream in;
    private OutputStream out;

    Transport(Socket socket) throws IOException {
        clearIn = new BufferedInputStream(socket.getInputStream());
        clearOut = socket.getOutputStream();
        dropTls();
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    boolean secure() {
        return in != clearIn;
    }

    /** The first byte that the client sent, which stays unread; -1 when it left. */
    int peek() throws IOException {
        clearIn.mark(1);
        int first = clearIn.read();
        clearIn.reset();
        return first;
    }

    /** From now on everything goes through TLS. */
    void use(TlsChannel tls) {
        tls.records(new TlsRecords.Raw(clearIn, clearOut));
        in = tls.input();
        out = tls.output();
    }

    /** From now on everything is in the clear; no close_notify is sent, for no client expects one (TDS-FACTS 3.2). */
    void dropTls() {
        in = clearIn;
        out = clearOut;
    }

    /** Reads until the client is gone, and answers nothing. */
    void swallow() throws IOException {
        clearIn.transferTo(OutputStream.nullOutputStream());
    }
}
