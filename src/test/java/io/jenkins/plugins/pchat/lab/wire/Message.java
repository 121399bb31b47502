package io.jenkins.plugins.pchat.lab.wire;

/**
 * A complete message of a client.
 *
 * @param type the type of its packets
 * @param status the status bits of its first packet
 * @param ignored whether the client took it back with the ignore bit on the last packet
 */
record Message(int type, int status, byte[] payload, boolean ignored) {

    static final int SQL_BATCH = 0x01;
    static final int RPC = 0x03;
    /** The type of all that a server sends, but for the packets of the TLS handshake. */
    static final int RESPONSE = 0x04;

    static final int ATTENTION = 0x06;
    static final int TRANSACTION_MANAGER = 0x0E;
    static final int LOGIN7 = 0x10;
    static final int SSPI = 0x11;
    static final int PRELOGIN = 0x12;

    /** Status bits: last packet, ignore this message, reset the session first (the latter keeping the transaction). */
    static final int END = 0x01;

    static final int IGNORE = 0x02;
    static final int RESET = 0x08;
    static final int RESET_KEEP_TRANSACTION = 0x10;

    boolean resets() {
        return (status & (RESET | RESET_KEEP_TRANSACTION)) != 0;
    }
}
