package io.jenkins.plugins.pchat.lab.wire;

import java.net.ProtocolException;

/**
 * What a client asks before the login (TDS-FACTS 2).
 *
 * @param encryption its wish, one of the numbers in {@link Encryption}
 */
record Prelogin(int encryption) {

    private static final int VERSION = 0;
    private static final int ENCRYPTION = 1;
    private static final int INSTANCE = 2;
    private static final int THREAD = 3;
    private static final int MARS = 4;
    private static final int TERMINATOR = 0xFF;

    static Prelogin parse(byte[] payload) throws ProtocolException {
        ByteReader reader = new ByteReader(payload);
        int encryption = Encryption.NOT_SUPPORTED;
        int option;
        while ((option = reader.u8()) != TERMINATOR) {
            byte[] data = reader.slice(reader.u16BigEndian(), reader.u16BigEndian());
            if (option == ENCRYPTION && data.length > 0) {
                encryption = data[0] & 0x0F;
            }
        }
        return new Prelogin(encryption);
    }

    /** The answer. MARS is always answered, or newer FreeTDS falls back to TDS 7.1; the data follow in the order of the options, for jTDS. */
    static byte[] reply(ProductVersion version, int encryption) {
        Bytes options = new Bytes();
        Bytes data = new Bytes();
        int start = 5 * 5 + 1;
        option(options, VERSION, start, 6);
        data.u8(version.major())
                .u8(version.minor())
                .u16BigEndian(version.build())
                .u16(0);
        option(options, ENCRYPTION, start + data.size(), 1);
        data.u8(encryption);
        option(options, INSTANCE, start + data.size(), 1);
        data.u8(0);
        option(options, THREAD, start + data.size(), 0);
        option(options, MARS, start + data.size(), 1);
        data.u8(0);
        return options.u8(TERMINATOR).raw(data.toArray()).toArray();
    }

    private static void option(Bytes options, int token, int offset, int length) {
        options.u8(token).u16BigEndian(offset).u16BigEndian(length);
    }
}
