package io.jenkins.plugins.pchat.engine.sql;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The bytes of TDS 7.4 that a server which means ill needs, written down one by one (TDS-FACTS 1, 2, 5 and 6); nothing of the lab, which means well. */
final class Tds {

    static final byte[] DONE = hex("FD 1000 C100 0100000000000000");
    static final byte[] DONE_MORE = hex("FD 1100 C100 0100000000000000");

    /** A result with one column of integers called {@code session_id}. */
    static final byte[] INT_COLUMN = join(hex("81 0100 00000000 0000 38 0A"), utf16("session_id"));

    static final byte[] INT_ROW = hex("D1 33000000");

    /** A result with one column {@code v} of nvarchar(max). */
    static final byte[] MAX_COLUMN = join(hex("81 0100 00000000 0100 E7 FFFF 0904D00034 01"), utf16("v"));

    /** A result with one column {@code v} of ntext, from a table {@code t}. */
    static final byte[] NTEXT_COLUMN =
            join(hex("81 0100 00000000 0100 63 FEFFFF7F 0904D00034 01 0100"), utf16("t"), hex("01"), utf16("v"));

    private Tds() {}

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] preloginReply() {
        return hex("00 001A 0006 01 0020 0001 02 0021 0001 03 0022 0000 04 0022 0001 FF 0F00 0FA0 0000 02 00 00");
    }

    static byte[] loginReply() {
        byte[] name = utf16("Microsoft SQL Server");
        byte[] body = join(hex("01 74000004 14"), name, hex("0F000FA0"));
        return join(
                hex("E3 0800 07 05 0904D00034 00 AD"), u16(body.length), body, hex("FD 0000 0000 0000000000000000"));
    }

    /** INFO (0xAB) or ERROR (0xAA) with a text. */
    static byte[] message(int token, int number, String text) {
        byte[] body = join(
                u32(number),
                hex(token == 0xAA ? "01 10" : "01 00"),
                u16(text.length()),
                utf16(text),
                hex("00 00"),
                u32(1));
        return join(new byte[] {(byte) token}, u16(body.length), body);
    }

    static byte[] u16(int value) {
        return ByteBuffer.allocate(2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) value)
                .array();
    }

    static byte[] u32(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    /** Reads one message of the client. */
    static void skipMessage(DataInputStream in) throws IOException {
        int status;
        do {
            in.readUnsignedByte();
            status = in.readUnsignedByte();
            int length = in.readUnsignedShort();
            in.skipNBytes(length - 2L - 2);
        } while ((status & 1) == 0);
    }

    /** Sends a part of a message in packets of at most 4096 bytes; only the last of a message ends it. */
    static void send(OutputStream out, byte[] payload, boolean end) throws IOException {
        int at = 0;
        do {
            int length = Math.min(4088, payload.length - at);
            boolean last = end && at + length == payload.length;
            ByteBuffer packet = ByteBuffer.allocate(8 + length);
            packet.put((byte) 4)
                    .put((byte) (last ? 1 : 0))
                    .putShort((short) (8 + length))
                    .putInt(0x00330100);
            packet.put(payload, at, length);
            out.write(packet.array());
            at += length;
        } while (at < payload.length);
        out.flush();
    }
}
