package io.jenkins.plugins.pchat.lab.wire;

/** The kinds of ENVCHANGE and their bodies (TDS-FACTS 5 and 11). */
final class EnvChange {

    static final int DATABASE = 1;
    static final int LANGUAGE = 2;
    static final int PACKET_SIZE = 4;
    static final int COLLATION = 7;
    static final int BEGIN = 8;
    static final int COMMIT = 9;
    static final int ROLLBACK = 10;
    static final int RESET = 18;

    private EnvChange() {}

    static Bytes texts(String now, String before) {
        return new Bytes().bVarchar(now).bVarchar(before);
    }

    static Bytes bytes(byte[] now, byte[] before) {
        return new Bytes().u8(now.length).raw(now).u8(before.length).raw(before);
    }
}
