package io.jenkins.plugins.pchat.lab.server.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rows as bytes, for the log and for backup files. */
public final class RowCodec {

    private RowCodec() {}

    public static byte[] encode(List<?> row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeShort(row.size());
            for (Object value : row) {
                write(out, value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static List<Object> decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readShort();
            List<Object> row = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                row.add(read(in));
            }
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, Object value) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof Boolean flag) {
            out.writeByte('b');
            out.writeBoolean(flag);
        } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            out.writeByte('i');
            out.writeInt(((Number) value).intValue());
        } else if (value instanceof Long number) {
            out.writeByte('l');
            out.writeLong(number);
        } else if (value instanceof Double || value instanceof Float) {
            out.writeByte('f');
            out.writeDouble(((Number) value).doubleValue());
        } else if (value instanceof byte[] binary) {
            out.writeByte('x');
            out.writeInt(binary.length);
            out.write(binary);
        } else if (value instanceof java.sql.Timestamp time) {
            text(out, 't', time.toLocalDateTime());
        } else if (value instanceof java.sql.Date date) {
            text(out, 'd', date.toLocalDate());
        } else {
            text(out, tag(value), value);
        }
    }

    private static char tag(Object value) {
        if (value instanceof String) {
            return 's';
        } else if (value instanceof BigDecimal) {
            return 'n';
        } else if (value instanceof UUID) {
            return 'u';
        } else if (value instanceof LocalDateTime) {
            return 't';
        } else if (value instanceof LocalDate) {
            return 'd';
        } else if (value instanceof LocalTime) {
            return 'h';
        } else if (value instanceof OffsetDateTime) {
            return 'o';
        }
        throw new IllegalArgumentException(
                "The lab can't keep a " + value.getClass().getName() + " in a table.");
    }

    private static void text(DataOutputStream out, char tag, Object value) throws IOException {
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        out.writeByte(tag);
        out.writeInt(text.length);
        out.write(text);
    }

    private static Object read(DataInputStream in) throws IOException {
        char tag = (char) in.readByte();
        return switch (tag) {
            case '0' -> null;
            case 'b' -> in.readBoolean();
            case 'i' -> in.readInt();
            case 'l' -> in.readLong();
            case 'f' -> in.readDouble();
            case 'x' -> in.readNBytes(in.readInt());
            default -> parse(tag, new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        };
    }

    private static Object parse(char tag, String text) throws IOException {
        return switch (tag) {
            case 's' -> text;
            case 'n' -> new BigDecimal(text);
            case 'u' -> UUID.fromString(text);
            case 't' -> LocalDateTime.parse(text);
            case 'd' -> LocalDate.parse(text);
            case 'h' -> LocalTime.parse(text);
            case 'o' -> OffsetDateTime.parse(text);
            default -> throw new IOException("no value begins with " + (int) tag);
        };
    }
}
