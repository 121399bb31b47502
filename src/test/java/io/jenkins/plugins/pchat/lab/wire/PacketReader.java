package io.jenkins.plugins.pchat.lab.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** Reads packets and puts messages together. */
final class PacketReader {

    private static final int HEADER = 8;

    private final Transport transport;

    PacketReader(Transport transport) {
        this.transport = transport;
    }

    /** The next message of at most so many bytes; null when the client left, in the middle of a message too. */
    Message message(int limit) throws IOException {
        return message(limit, () -> {});
    }

    /** The same; the action runs once the first packet has been read. */
    Message message(int limit, Runnable afterFirst) throws IOException {
        Message first = packet();
        if (first == null) {
            return null;
        }
        afterFirst.run();
        Bytes payload = new Bytes().raw(first.payload());
        Message last = first;
        while ((last.status() & Message.END) == 0) {
            last = packet();
            if (last == null) {
                return null;
            }
            if (last.type() != first.type()) {
                throw new ProtocolException(
                        "A packet of type " + last.type() + " came inside a message of type " + first.type() + ".");
            }
            if (payload.size() + last.payload().length > limit) {
                throw new ProtocolException("A message of more than " + limit + " bytes came.");
            }
            payload.raw(last.payload());
        }
        boolean ignored = (last.status() & Message.IGNORE) != 0;
        return new Message(first.type(), first.status(), payload.toArray(), ignored);
    }

    /** The next packet, as a message of its own; null when the client left. */
    Message packet() throws IOException {
        InputStream in = transport.in();
        byte[] header = in.readNBytes(HEADER);
        if (header.length < HEADER) {
            return null;
        }
        int length = (header[2] & 0xFF) << 8 | header[3] & 0xFF;
        if (length < HEADER || length > PacketWriter.LARGEST) {
            throw new ProtocolException("A packet claims to have " + length + " bytes.");
        }
        byte[] payload = in.readNBytes(length - HEADER);
        return payload.length < length - HEADER
                ? null
                : new Message(header[0] & 0xFF, header[1] & 0xFF, payload, false);
    }
}
