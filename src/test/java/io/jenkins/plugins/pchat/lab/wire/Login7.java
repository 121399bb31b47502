package io.jenkins.plugins.pchat.lab.wire;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * A LOGIN7 message (TDS-FACTS 4).
 *
 * @param version null when it is older than 7.1
 * @param packetSize what the client wants, 0 for the server's choice
 * @param sspi the first blob of integrated security; null for a SQL login
 * @param features the ids of the feature extensions that the client offers; the lab acknowledges none of them, and clients can do without
 */
record Login7(
        TdsVersion version,
        int packetSize,
        String hostName,
        String user,
        String password,
        String applicationName,
        String clientLibrary,
        String database,
        byte[] sspi,
        Set<Integer> features) {

    /** A LOGIN7 message is never longer. */
    static final int LIMIT = 128 * 1024;

    private static final int TDS_VERSION = 0x04;
    private static final int PACKET_SIZE = 0x08;
    private static final int FLAGS_2 = 0x19;
    private static final int FLAGS_3 = 0x1B;
    private static final int HOST_NAME = 0x24;
    private static final int USER_NAME = 0x28;
    private static final int PASSWORD = 0x2C;
    private static final int APPLICATION = 0x30;
    private static final int EXTENSION = 0x38;
    private static final int CLIENT_LIBRARY = 0x3C;
    private static final int DATABASE = 0x44;
    private static final int SSPI = 0x4E;
    private static final int SSPI_LONG = 0x5A;

    private static final int INTEGRATED_SECURITY = 0x80;
    private static final int HAS_EXTENSION = 0x10;
    private static final int LONGEST_NAME = 128;

    static Login7 parse(byte[] payload) throws ProtocolException {
        ByteReader message = new ByteReader(payload);
        TdsVersion version = TdsVersion.of(number(message, TDS_VERSION));
        int flags2 = message.slice(FLAGS_2, 1)[0];
        int flags3 = message.slice(FLAGS_3, 1)[0];
        return new Login7(
                version,
                number(message, PACKET_SIZE),
                text(message, HOST_NAME),
                text(message, USER_NAME),
                decode(field(message, PASSWORD, 2)),
                text(message, APPLICATION),
                text(message, CLIENT_LIBRARY),
                text(message, DATABASE),
                (flags2 & INTEGRATED_SECURITY) == 0 ? null : sspi(message, version),
                // tedious sets the bit in TDS 7.1 too, without a list.
                version != null && version.since74() && (flags3 & HAS_EXTENSION) != 0 ? features(message) : Set.of());
    }

    private static byte[] sspi(ByteReader message, TdsVersion version) throws ProtocolException {
        if (length(message, SSPI) == 0xFFFF && version != null && version.since72()) {
            int length = number(message, SSPI_LONG);
            return message.slice(offset(message, SSPI), length == 0 ? 0xFFFF : length);
        }
        return field(message, SSPI, 1);
    }

    private static Set<Integer> features(ByteReader message) throws ProtocolException {
        Set<Integer> ids = new TreeSet<>();
        if (length(message, EXTENSION) == 0) {
            return ids;
        }
        int at = number(message, offset(message, EXTENSION));
        int id;
        while ((id = message.slice(at, 1)[0] & 0xFF) != 0xFF) {
            ids.add(id);
            int length = number(message, at + 1);
            message.slice(at + 5, length);
            at += 5 + length;
        }
        return ids;
    }

    private static String decode(byte[] password) {
        for (int i = 0; i < password.length; i++) {
            int swapped = (password[i] ^ 0xA5) & 0xFF;
            password[i] = (byte) (swapped << 4 | swapped >> 4);
        }
        return new String(password, StandardCharsets.UTF_16LE);
    }

    private static String text(ByteReader message, int entry) throws ProtocolException {
        return new String(field(message, entry, 2), StandardCharsets.UTF_16LE);
    }

    private static byte[] field(ByteReader message, int entry, int unit) throws ProtocolException {
        int length = length(message, entry);
        if (unit == 2 && length > LONGEST_NAME) {
            throw new ProtocolException("A name in LOGIN7 has " + length + " characters.");
        }
        return length == 0 ? new byte[0] : message.slice(offset(message, entry), length * unit);
    }

    private static int offset(ByteReader message, int entry) throws ProtocolException {
        return new ByteReader(message.slice(entry, 2)).u16();
    }

    private static int length(ByteReader message, int entry) throws ProtocolException {
        return new ByteReader(message.slice(entry + 2, 2)).u16();
    }

    private static int number(ByteReader message, int at) throws ProtocolException {
        return new ByteReader(message.slice(at, 4)).i32();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Login7[" + user + ", " + applicationName + ", " + hostName + ", " + version + "]";
    }
}
