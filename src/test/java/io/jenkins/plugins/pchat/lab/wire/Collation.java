package io.jenkins.plugins.pchat.lab.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Collations as the wire has them: SQL_Latin1_General_CP1_CI_AS is what the lab's servers use. */
final class Collation {

    private static final byte[] LATIN1 = {0x09, 0x04, (byte) 0xD0, 0x00, 0x34};
    private static final int LENGTH = 5;
    private static final int UTF_8_FLAG = 0x04;
    private static final Charset CP1252 = Charset.forName("windows-1252");

    private Collation() {}

    static byte[] bytes() {
        return LATIN1.clone();
    }

    static int length() {
        return LENGTH;
    }

    /** How the lab's server encodes varchar. */
    static Charset charset() {
        return CP1252;
    }

    /** How a client has encoded varchar: bit 26 of the collation means UTF-8, and everything else is taken for code page 1252. */
    static Charset charset(byte[] collation) {
        return (collation[3] & UTF_8_FLAG) != 0 ? StandardCharsets.UTF_8 : CP1252;
    }
}
