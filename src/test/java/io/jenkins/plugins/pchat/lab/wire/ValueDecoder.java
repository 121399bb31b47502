package io.jenkins.plugins.pchat.lab.wire;

import io.jenkins.plugins.pchat.lab.wire.Column.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Reads values whose type is known; a length of 0 is NULL. */
final class ValueDecoder {

    private static final int NULL_LENGTH = 0xFFFF;

    private final ByteReader in;

    ValueDecoder(ByteReader in) {
        this.in = in;
    }

    /** Integer, or Long when it has eight bytes; tinyint has no sign. */
    Object integer(int length) throws ProtocolException {
        return switch (length) {
            case 0 -> null;
            case 1 -> in.u8();
            case 2 -> (int) (short) in.u16();
            case 4 -> in.i32();
            case 8 -> in.i64();
            default -> throw bad(length);
        };
    }

    Double floating(int length) throws ProtocolException {
        return switch (length) {
            case 0 -> null;
            case 4 -> (double) Float.intBitsToFloat(in.i32());
            case 8 -> Double.longBitsToDouble(in.i64());
            default -> throw bad(length);
        };
    }

    BigDecimal money(int length) throws ProtocolException {
        return switch (length) {
            case 0 -> null;
            case 4 -> BigDecimal.valueOf(in.i32(), 4);
            case 8 -> BigDecimal.valueOf((long) in.i32() << 32 | in.i32() & 0xFFFFFFFFL, 4);
            default -> throw bad(length);
        };
    }

    LocalDateTime datetime(int length) throws ProtocolException {
        return switch (length) {
            case 0 -> null;
            case 4 -> DateTimes.smalldatetime(in.u16(), in.u16());
            case 8 -> DateTimes.datetime(in.i32(), in.i32());
            default -> throw bad(length);
        };
    }

    BigDecimal numeric(int length, int scale) throws ProtocolException {
        if (length == 0) {
            return null;
        }
        boolean positive = in.u8() != 0;
        byte[] magnitude = in.raw(length - 1);
        for (int i = 0, j = magnitude.length - 1; i < j; i++, j--) {
            byte swap = magnitude[i];
            magnitude[i] = magnitude[j];
            magnitude[j] = swap;
        }
        return new BigDecimal(new BigInteger(positive ? 1 : -1, magnitude), scale);
    }

    UUID guid(int length) throws ProtocolException {
        if (length == 0) {
            return null;
        }
        if (length != 16) {
            throw bad(length);
        }
        long high = (long) in.i32() << 32 | (long) in.u16() << 16 | in.u16();
        return new UUID(high, ByteBuffer.wrap(in.raw(8)).getLong());
    }

    Object date(int length) throws ProtocolException {
        return length == 0 ? null : DateTimes.date((int) in.low(3));
    }

    /** time, datetime2 and datetimeoffset. */
    Object moment(Type type, int length, int scale) throws ProtocolException {
        if (length == 0) {
            return null;
        }
        try {
            LocalTime time = DateTimes.time(in.low(DateTimes.timeLength(scale)), scale);
            if (type == Type.TIME) {
                return time;
            }
            LocalDateTime moment = DateTimes.date((int) in.low(3)).atTime(time);
            return type == Type.DATETIME2
                    ? moment
                    : moment.atOffset(ZoneOffset.UTC)
                            .withOffsetSameInstant(ZoneOffset.ofTotalSeconds((short) in.u16() * 60));
        } catch (DateTimeException e) {
            throw new ProtocolException("A parameter holds no moment: " + e.getMessage());
        }
    }

    /** The bytes of a character or binary value with a length of two bytes. */
    byte[] bytes() throws ProtocolException {
        int length = in.u16();
        return length == NULL_LENGTH ? null : in.raw(length);
    }

    /** The chunks of a max value, up to the empty one; the total length may be unknown and is not needed. */
    byte[] partial() throws ProtocolException {
        if (in.i64() == -1) {
            return null;
        }
        Bytes all = new Bytes();
        int length;
        while ((length = in.i32()) != 0) {
            all.raw(in.raw(length));
        }
        return all.toArray();
    }

    /** The bytes of text, ntext or image, whose length has four bytes. */
    byte[] longBytes() throws ProtocolException {
        int length = in.i32();
        return length == -1 ? null : in.raw(length);
    }

    static String text(byte[] bytes, boolean wide, byte[] collation) {
        return bytes == null
                ? null
                : new String(bytes, wide ? StandardCharsets.UTF_16LE : Collation.charset(collation));
    }

    private static ProtocolException bad(int length) {
        return new ProtocolException("A parameter has a value of " + length + " bytes.");
    }
}
