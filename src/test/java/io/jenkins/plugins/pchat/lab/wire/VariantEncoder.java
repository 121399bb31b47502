package io.jenkins.plugins.pchat.lab.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.UUID;

/** Writes sql_variant: total length, base type, properties, and the value without a length of its own (TDS-FACTS 8.2). */
final class VariantEncoder {

    private static final int LONGEST = 8000;
    private static final int PRECISION = 38;

    private VariantEncoder() {}

    /** Writes a value in the base type that its Java class stands for; LocalDateTime is datetime, as the server's own properties are. */
    static void value(Bytes out, Object value) {
        if (value == null) {
            out.i32(0);
            return;
        }
        byte[] content = content(value);
        out.i32(content.length).raw(content);
    }

    private static byte[] content(Object value) {
        Bytes out = new Bytes();
        if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
            if (bytes.length > LONGEST) {
                throw new IllegalArgumentException(
                        "A text of " + text.length() + " characters does not fit sql_variant.");
            }
            out.u8(TypeToken.NVARCHAR).u8(7).raw(Collation.bytes()).u16(LONGEST).raw(bytes);
        } else if (value instanceof Integer || value instanceof Short) {
            out.u8(TypeToken.INT4).u8(0).i32(((Number) value).intValue());
        } else if (value instanceof Long number) {
            out.u8(TypeToken.INT8).u8(0).i64(number);
        } else if (value instanceof Boolean flag) {
            out.u8(TypeToken.BIT).u8(0).u8(flag ? 1 : 0);
        } else if (value instanceof LocalDateTime moment) {
            out.u8(TypeToken.DATETIME).u8(0);
            DateTimes.writeDatetime(out, moment);
        } else if (value instanceof UUID id) {
            out.u8(TypeToken.GUID).u8(0);
            ValueEncoder.guid(out, id);
        } else if (value instanceof BigDecimal decimal) {
            int scale = Math.max(0, decimal.scale());
            out.u8(TypeToken.NUMERIC_N).u8(2).u8(PRECISION).u8(scale);
            ValueEncoder.numeric(out, decimal, PRECISION, scale);
        } else {
            throw new IllegalArgumentException("A value of " + value.getClass() + " has no place in sql_variant.");
        }
        return out.toArray();
    }
}
