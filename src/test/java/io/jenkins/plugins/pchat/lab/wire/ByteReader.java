package io.jenkins.plugins.pchat.lab.wire;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a payload from the front; numbers are little endian. Reading past the end, or a length nobody can mean, is a {@link ProtocolException}. */
final class ByteReader {

    private final byte[] data;
    private int position;

    ByteReader(byte[] data) {
        this.data = data;
    }

    int position() {
        return position;
    }

    int remaining() {
        return data.length - position;
    }

    /** The next byte, which stays unread. */
    int peek() throws ProtocolException {
        need(1);
        return data[position] & 0xFF;
    }

    int u8() throws ProtocolException {
        need(1);
        return data[position++] & 0xFF;
    }

    int u16() throws ProtocolException {
        return u8() | u8() << 8;
    }

    int u16BigEndian() throws ProtocolException {
        return u8() << 8 | u8();
    }

    int i32() throws ProtocolException {
        return u16() | u16() << 16;
    }

    long i64() throws ProtocolException {
        return (i32() & 0xFFFFFFFFL) | (long) i32() << 32;
    }

    /** An unsigned number of 1 to 8 bytes. */
    long low(int bytes) throws ProtocolException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) u8() << (8 * i);
        }
        return value;
    }

    byte[] raw(int length) throws ProtocolException {
        need(length);
        byte[] bytes = Arrays.copyOfRange(data, position, position + length);
        position += length;
        return bytes;
    }

    String utf16(int characters) throws ProtocolException {
        return new String(raw(characters * 2), StandardCharsets.UTF_16LE);
    }

    String bVarchar() throws ProtocolException {
        return utf16(u8());
    }

    void skip(int bytes) throws ProtocolException {
        need(bytes);
        position += bytes;
    }

    /** A slice by absolute offset, as LOGIN7 and NTLM point at their fields. */
    byte[] slice(int offset, int length) throws ProtocolException {
        if (offset < 0 || length < 0 || offset > data.length - length) {
            throw new ProtocolException("A field points outside its message: offset " + offset + ", length " + length
                    + ", message " + data.length + " bytes.");
        }
        return Arrays.copyOfRange(data, offset, offset + length);
    }

    private void need(int bytes) throws ProtocolException {
        if (bytes < 0 || bytes > remaining()) {
            throw new ProtocolException("The message ended too early: " + bytes + " bytes wanted at " + position
                    + ", message " + data.length + " bytes.");
        }
    }
}
