package io.jenkins.plugins.pchat.lab.wire;

import java.io.IOException;
import java.util.Arrays;

/** Cuts messages into packets. It never sends a packet without payload, which no client expects (TDS-FACTS 0.7). */
final class PacketWriter {

    /** The legal packet sizes, and the one before the login. */
    static final int SMALLEST = 512;

    static final int LARGEST = 32767;
    static final int BEFORE_LOGIN = 4096;

    private static final int HEADER = 8;

    private final Transport transport;
    private final byte[] packet = new byte[LARGEST];
    private int packetSize = BEFORE_LOGIN;
    private int sessionId;
    private int type = Message.RESPONSE;
    private int number;
    private int fill = HEADER;

    PacketWriter(Transport transport) {
        this.transport = transport;
    }

    /** The size that holds from the next message on. */
    void packetSize(int size) {
        packetSize = size;
    }

    void sessionId(int id) {
        sessionId = id;
    }

    void begin(int messageType) {
        type = messageType;
        number = 0;
        fill = HEADER;
    }

    void write(byte[] bytes) throws IOException {
        int done = 0;
        while (done < bytes.length) {
            if (fill == packetSize) {
                send(0);
            }
            int part = Math.min(bytes.length - done, packetSize - fill);
            System.arraycopy(bytes, done, packet, fill, part);
            fill += part;
            done += part;
        }
    }

    /** Sends what there is as a short packet that doesn't end the message. */
    void flush() throws IOException {
        if (fill > HEADER) {
            send(0);
        }
    }

    /** Sends the last packet. */
    void end() throws IOException {
        if (fill == HEADER) {
            throw new IllegalStateException("The last packet of a message must not be empty.");
        }
        send(Message.END);
    }

    /** Sends the header and the first half of what would have been the last packet. */
    void half() throws IOException {
        byte[] whole = packet(Message.END);
        transport.out().write(whole, 0, HEADER + (whole.length - HEADER) / 2);
        transport.out().flush();
    }

    private void send(int status) throws IOException {
        byte[] whole = packet(status);
        fill = HEADER;
        transport.out().write(whole);
        transport.out().flush();
    }

    private byte[] packet(int status) {
        number = number + 1 & 0xFF;
        byte[] header = new Bytes()
                .u8(type)
                .u8(status)
                .u16BigEndian(fill)
                .u16BigEndian(sessionId)
                .u8(number)
                .u8(0)
                .toArray();
        System.arraycopy(header, 0, packet, 0, HEADER);
        return Arrays.copyOf(packet, fill);
    }
}
