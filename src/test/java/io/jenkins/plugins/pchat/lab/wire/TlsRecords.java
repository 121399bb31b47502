package io.jenkins.plugins.pchat.lab.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;

/** How TLS records travel: wrapped in packets during the handshake of TDS 7, raw otherwise. */
interface TlsRecords {

    /** The next bytes, at least one, at will less or more than a record; null when the client left. */
    byte[] read() throws IOException;

    /** Sends one flight. */
    void write(byte[] flight) throws IOException;

    /** Records straight on the connection, read one at a time so that what follows the last one stays unread. */
    record Raw(InputStream in, OutputStream out) implements TlsRecords {

        private static final int HEADER = 5;
        private static final int LONGEST = 16384 + 2048;

        @Override
        public byte[] read() throws IOException {
            byte[] header = in.readNBytes(HEADER);
            if (header.length < HEADER) {
                return null;
            }
            int length = (header[3] & 0xFF) << 8 | header[4] & 0xFF;
            if (length > LONGEST) {
                throw new ProtocolException("A TLS record of " + length + " bytes is too long.");
            }
            byte[] body = in.readNBytes(length);
            return body.length < length
                    ? null
                    : new Bytes().raw(header).raw(body).toArray();
        }

        @Override
        public void write(byte[] flight) throws IOException {
            out.write(flight);
            out.flush();
        }
    }

    /** Records inside packets of type 12; a flight is one message, best one packet (TDS-FACTS 3.1). */
    record Wrapped(PacketReader reader, PacketWriter writer) implements TlsRecords {

        @Override
        public byte[] read() throws IOException {
            Message message = reader.packet();
            if (message == null) {
                return null;
            }
            if (message.type() != Message.PRELOGIN || message.payload().length == 0) {
                throw new ProtocolException("A packet of type " + message.type() + " came during the TLS handshake.");
            }
            return message.payload();
        }

        @Override
        public void write(byte[] flight) throws IOException {
            writer.begin(Message.PRELOGIN);
            writer.write(flight);
            writer.end();
        }
    }
}
