package io.jenkins.plugins.pchat.lab.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer that writes what TDS payloads are made of; numbers are little endian unless a method says otherwise. */
final class Bytes {

    private byte[] data = new byte[128];
    private int size;

    int size() {
        return size;
    }

    byte[] toArray() {
        return Arrays.copyOf(data, size);
    }

    Bytes u8(int value) {
        room(1);
        data[size++] = (byte) value;
        return this;
    }

    Bytes u16(int value) {
        return u8(value).u8(value >> 8);
    }

    Bytes u16BigEndian(int value) {
        return u8(value >> 8).u8(value);
    }

    Bytes i32(int value) {
        return u16(value).u16(value >> 16);
    }

    Bytes i32BigEndian(int value) {
        return u16BigEndian(value >> 16).u16BigEndian(value);
    }

    Bytes i64(long value) {
        return i32((int) value).i32((int) (value >> 32));
    }

    /** The lowest bytes of a number. */
    Bytes low(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            u8((int) (value >> (8 * i)));
        }
        return this;
    }

    Bytes raw(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, data, size, bytes.length);
        size += bytes.length;
        return this;
    }

    Bytes ascii(String text) {
        return raw(text.getBytes(StandardCharsets.US_ASCII));
    }

    Bytes utf16(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_16LE));
    }

    /** B_VARCHAR: the count of characters in one byte; what does not fit is left out. */
    Bytes bVarchar(String text) {
        String kept = text.substring(0, Math.min(text.length(), 0xFF));
        return u8(kept.length()).utf16(kept);
    }

    /** US_VARCHAR: the count of characters in two bytes. */
    Bytes usVarchar(String text) {
        return u16(text.length()).utf16(text);
    }

    private void room(int more) {
        if (size + more > data.length) {
            data = Arrays.copyOf(data, Math.max(data.length * 2, size + more));
        }
    }
}
