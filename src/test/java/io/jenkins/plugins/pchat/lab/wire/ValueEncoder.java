package io.jenkins.plugins.pchat.lab.wire;

import io.jenkins.plugins.pchat.lab.wire.Column.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

/** Writes values with their lengths, by the layouts of TDS-FACTS 8.2. */
final class ValueEncoder {

    private static final int NULL_LENGTH = 0xFFFF;

    /** The length of a numeric's value by its precision: sign and magnitude. */
    static int numericLength(int precision) {
        return precision <= 9 ? 5 : precision <= 19 ? 9 : precision <= 28 ? 13 : 17;
    }

    void value(Bytes out, Column column, Object value) {
        switch (column.type()) {
            case CHAR, VARCHAR, NCHAR, NVARCHAR, BINARY, VARBINARY -> {
                if (value == null) {
                    out.u16(NULL_LENGTH);
                } else {
                    byte[] bytes = fitted(column, value);
                    out.u16(bytes.length).raw(bytes);
                }
            }
            case SQL_VARIANT -> VariantEncoder.value(out, value);
            default -> {
                byte[] bytes = value == null ? new byte[0] : fixed(column, value);
                out.u8(bytes.length).raw(bytes);
            }
        }
    }

    /** A value of a max type: the whole length, one chunk, the terminator. */
    void partial(Bytes out, Type type, Object value) {
        if (value == null) {
            out.i64(-1);
            return;
        }
        byte[] bytes = bytes(type, value);
        out.i64(bytes.length);
        if (bytes.length > 0) {
            out.i32(bytes.length).raw(bytes);
        }
        out.i32(0);
    }

    /** A value of ntext or image, for clients of TDS 7.1: text pointer and timestamp mean nothing to them. */
    void largeObject(Bytes out, Type type, Object value) {
        if (value == null) {
            out.u8(0);
            return;
        }
        boolean binary = type == Type.VARBINARY || type == Type.BINARY;
        byte[] bytes = bytes(binary ? type : Type.NVARCHAR, value);
        out.u8(16).raw(new byte[16 + 8]).i32(bytes.length).raw(bytes);
    }

    private static byte[] bytes(Type type, Object value) {
        return switch (type) {
            case CHAR, VARCHAR -> String.valueOf(value).getBytes(Collation.charset());
            case NCHAR, NVARCHAR -> String.valueOf(value).getBytes(StandardCharsets.UTF_16LE);
            default -> (byte[]) value;
        };
    }

    private static byte[] fitted(Column column, Object value) {
        byte[] bytes = bytes(column.type(), value);
        int limit = column.length() * (column.type() == Type.NCHAR || column.type() == Type.NVARCHAR ? 2 : 1);
        if (bytes.length > limit) {
            throw new IllegalArgumentException(
                    "A value of " + bytes.length + " bytes does not fit column " + column + ".");
        }
        return switch (column.type()) {
            case CHAR, NCHAR -> {
                String text = String.valueOf(value);
                yield bytes(column.type(), text + " ".repeat(column.length() - text.length()));
            }
            case BINARY -> Arrays.copyOf(bytes, limit);
            default -> bytes;
        };
    }

    private static byte[] fixed(Column column, Object value) {
        Bytes out = new Bytes();
        int scale = column.scale();
        switch (column.type()) {
            case BIT -> out.u8(value instanceof Number n ? (n.longValue() == 0 ? 0 : 1) : (Boolean) value ? 1 : 0);
            case TINYINT -> out.u8(Math.toIntExact(number(value)));
            case SMALLINT -> out.u16(Math.toIntExact(number(value)));
            case INT -> out.i32(Math.toIntExact(number(value)));
            case BIGINT -> out.i64(number(value));
            case REAL -> out.i32(Float.floatToIntBits(((Number) value).floatValue()));
            case FLOAT -> out.i64(Double.doubleToLongBits(((Number) value).doubleValue()));
            case NUMERIC -> numeric(out, decimal(value), column.precision(), scale);
            case MONEY -> money(out, decimal(value));
            case UNIQUEIDENTIFIER -> guid(out, (UUID) value);
            case DATE -> out.low(DateTimes.days((LocalDate) value), 3);
            case TIME -> time(out, (LocalTime) value, scale);
            case DATETIME -> DateTimes.writeDatetime(out, (LocalDateTime) value);
            case SMALLDATETIME -> DateTimes.writeSmalldatetime(out, (LocalDateTime) value);
            case DATETIME2 -> datetime2(out, (LocalDateTime) value, scale);
            case DATETIMEOFFSET -> {
                OffsetDateTime moment = (OffsetDateTime) value;
                datetime2(out, moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(), scale);
                out.u16(moment.getOffset().getTotalSeconds() / 60);
            }
            default -> throw new IllegalArgumentException("No fixed layout for " + column);
        }
        return out.toArray();
    }

    private static long number(Object value) {
        return value instanceof BigDecimal decimal ? decimal.longValueExact() : ((Number) value).longValue();
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof BigDecimal decimal ? decimal : new BigDecimal(((Number) value).toString());
    }

    static void numeric(Bytes out, BigDecimal value, int precision, int scale) {
        BigInteger unscaled = value.setScale(scale, RoundingMode.HALF_UP).unscaledValue();
        int length = numericLength(precision) - 1;
        byte[] magnitude = unscaled.abs().toByteArray();
        if (new BigDecimal(unscaled).precision() > precision) {
            throw new ArithmeticException("arithmetic overflow");
        }
        out.u8(unscaled.signum() < 0 ? 0 : 1);
        for (int i = 0; i < length; i++) {
            out.u8(i < magnitude.length ? magnitude[magnitude.length - 1 - i] : 0);
        }
    }

    static void money(Bytes out, BigDecimal value) {
        long units = value.setScale(4, RoundingMode.HALF_UP).unscaledValue().longValueExact();
        out.i32((int) (units >> 32)).i32((int) units);
    }

    static void guid(Bytes out, UUID id) {
        long high = id.getMostSignificantBits();
        out.i32((int) (high >> 32)).u16((int) (high >> 16)).u16((int) high);
        out.raw(ByteBuffer.allocate(8).putLong(id.getLeastSignificantBits()).array());
    }

    static void time(Bytes out, LocalTime value, int scale) {
        out.low(DateTimes.units(value, scale), DateTimes.timeLength(scale));
    }

    static void datetime2(Bytes out, LocalDateTime value, int scale) {
        time(out, value.toLocalTime(), scale);
        out.low(DateTimes.days(value.toLocalDate()), 3);
    }
}
