package io.jenkins.plugins.pchat.lab.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/** The server's end of TLS over whatever carries the records. One thread reads, one writes. */
final class TlsChannel {

    private final SSLEngine engine;
    private TlsRecords records;
    private ByteBuffer received = ByteBuffer.allocate(0);
    private final ByteBuffer plain;

    TlsChannel(SSLEngine engine, TlsRecords records) {
        this.engine = engine;
        this.records = records;
        plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize())
                .flip();
        engine.setUseClientMode(false);
    }

    /** Changes the way the records travel. */
    void records(TlsRecords other) {
        records = other;
    }

    /** Shakes hands; each flight of the server is written at once and as a whole. */
    void handshake() throws IOException {
        Bytes flight = new Bytes();
        try {
            engine.beginHandshake();
            while (true) {
                switch (engine.getHandshakeStatus()) {
                    case NEED_TASK -> engine.getDelegatedTask().run();
                    case NEED_WRAP -> flight.raw(wrap(ByteBuffer.allocate(0)));
                    case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                        flight = sent(flight);
                        if (!unwrap()) {
                            throw new ProtocolException("The client left during the TLS handshake.");
                        }
                    }
                    default -> {
                        sent(flight);
                        return;
                    }
                }
            }
        } catch (SSLException e) {
            records.write(wrap(ByteBuffer.allocate(0)));
            throw e;
        }
    }

    private Bytes sent(Bytes flight) throws IOException {
        if (flight.size() == 0) {
            return flight;
        }
        records.write(flight.toArray());
        return new Bytes();
    }

    private byte[] wrap(ByteBuffer source) throws SSLException {
        ByteBuffer record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(source, record);
        byte[] bytes = new byte[record.flip().remaining()];
        record.get(bytes);
        return bytes;
    }

    /** Decrypts into {@link #plain}; false when the client left or said goodbye. */
    private boolean unwrap() throws IOException {
        plain.clear();
        try {
            SSLEngineResult.Status status = engine.unwrap(received, plain).getStatus();
            while (status == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
                byte[] more = records.read();
                if (more == null) {
                    return false;
                }
                received = ByteBuffer.allocate(received.remaining() + more.length)
                        .put(received)
                        .put(more)
                        .flip();
                status = engine.unwrap(received, plain).getStatus();
            }
            return status == SSLEngineResult.Status.OK;
        } finally {
            plain.flip();
        }
    }

    InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                // Nothing wanted must not wait: readNBytes asks so at its end.
                while (length > 0 && !plain.hasRemaining()) {
                    if (!unwrap()) {
                        return -1;
                    }
                    if (engine.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NEED_TASK) {
                        throw new ProtocolException("The client wants to renegotiate TLS.");
                    }
                }
                int part = Math.min(length, plain.remaining());
                plain.get(target, offset, part);
                return part;
            }
        };
    }

    OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b});
            }

            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                Bytes all = new Bytes();
                ByteBuffer rest = ByteBuffer.wrap(source, offset, length);
                while (rest.hasRemaining()) {
                    all.raw(wrap(rest));
                }
                records.write(all.toArray());
            }
        };
    }
}
