package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.wire.Column.Type;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import microsoft.sql.DateTimeOffset;
import org.junit.jupiter.api.Test;

/** Values as the Microsoft driver sees them, both ways. */
class TypesTest extends WireTest {

    private static final LocalDateTime MOMENT = LocalDateTime.of(2021, 7, 30, 12, 0, 0, 123_456_700);
    private static final UUID ID = UUID.fromString("01020304-0506-0708-090a-0b0c0d0e0f10");

    private static Map<Column, Object> values() {
        Map<Column, Object> values = new LinkedHashMap<>();
        for (Type type : Type.values()) {
            values.put(Column.of(type.name(), type), sample(type));
        }
        values.put(Column.numeric("lsn", 25, 0), new BigDecimal("35000000012300001"));
        values.put(Column.nvarchar("name", 128), "mgc \u20ac \ud83d\ude00");
        values.put(new Column("char10", Type.CHAR, 10, 0, 0), "ab        ");
        values.put(new Column("binary4", Type.BINARY, 4, 0, 0), new byte[] {1, 2, 3, 4});
        return values;
    }

    private static Object sample(Type type) {
        return switch (type) {
            case BIT -> true;
            case TINYINT -> 255;
            case SMALLINT -> -32768;
            case INT -> Integer.MIN_VALUE;
            case BIGINT -> Long.MIN_VALUE;
            case REAL, FLOAT -> -1.5;
            case NUMERIC -> new BigDecimal("-42");
            case MONEY -> new BigDecimal("-12.3456");
            case CHAR, VARCHAR -> "G\u00fcnther \u20ac".repeat(2000);
            case NCHAR, NVARCHAR, SQL_VARIANT -> "\u6301\u4e45\u804a\u5929";
            case BINARY, VARBINARY -> new byte[] {0, -1, 127};
            case UNIQUEIDENTIFIER -> ID;
            case DATE -> MOMENT.toLocalDate();
            case TIME -> MOMENT.toLocalTime();
            case DATETIME -> LocalDateTime.of(2023, 3, 17, 12, 0, 0, 500_000_000);
            case SMALLDATETIME -> LocalDateTime.of(2023, 3, 17, 12, 1);
            case DATETIME2 -> MOMENT;
            case DATETIMEOFFSET -> OffsetDateTime.parse("2021-07-30T14:00:00.1234567+02:00");
        };
    }

    private static Object asJdbc(Object value, Column column) {
        if (value instanceof LocalDateTime moment) {
            return Timestamp.valueOf(moment);
        }
        if (value instanceof OffsetDateTime moment) {
            return DateTimeOffset.valueOf(moment);
        }
        if (value instanceof LocalDate date) {
            return Date.valueOf(date);
        }
        if (value instanceof UUID id) {
            return id.toString().toUpperCase(Locale.ROOT);
        }
        return switch (column.type()) {
            case TINYINT, SMALLINT -> ((Integer) value).shortValue();
            case REAL -> ((Double) value).floatValue();
            default -> value;
        };
    }

    @Test
    void everyTypeArrives() throws Exception {
        Map<Column, Object> values = values();
        List<Column> ordered = List.copyOf(values.keySet());
        backend.on("TYPES", (session, parameters, reply) -> {
            reply.columns(ordered);
            reply.row(new ArrayList<>(values.values()));
            reply.row(Collections.nCopies(ordered.size(), null));
            reply.endOfRows();
        });
        try (Connection c = connect();
                Statement s = c.createStatement();
                ResultSet rows = s.executeQuery("TYPES")) {
            assertTrue(rows.next());
            for (Column column : ordered) {
                same(asJdbc(values.get(column), column), rows, column);
            }
            assertTrue(rows.next());
            for (Column column : ordered) {
                assertNull(rows.getObject(column.name()), column::toString);
            }
        }
    }

    private static void same(Object expected, ResultSet rows, Column column) throws SQLException {
        if (expected instanceof byte[] bytes) {
            assertArrayEquals(bytes, rows.getBytes(column.name()));
        } else if (expected instanceof LocalTime time) {
            assertEquals(time, rows.getObject(column.name(), LocalTime.class));
        } else {
            assertEquals(expected, rows.getObject(column.name()), column::toString);
        }
    }

    @Test
    void everyKindOfVariantArrives() throws Exception {
        List<Object> values = Arrays.asList("15.0", 3, 5L, true, MOMENT.withNano(0), ID, new BigDecimal("1.25"), null);
        backend.on("VARIANTS", (session, parameters, reply) -> {
            reply.columns(List.of(Column.of("v", Type.SQL_VARIANT)));
            values.forEach(value -> reply.row(Collections.singletonList(value)));
            reply.endOfRows();
        });
        try (Connection c = connect();
                Statement s = c.createStatement();
                ResultSet rows = s.executeQuery("VARIANTS")) {
            for (Object value : values) {
                assertTrue(rows.next());
                Object expected = value instanceof LocalDateTime moment ? Timestamp.valueOf(moment) : value;
                Object actual = rows.getObject(1);
                assertEquals(
                        String.valueOf(expected).toUpperCase(Locale.ROOT),
                        String.valueOf(actual).toUpperCase(Locale.ROOT));
            }
        }
    }

    @Test
    void everyTypeOfParameterIsRead() throws Exception {
        String large = "\u20ac".repeat(5000);
        List<Object> values = Arrays.asList(
                "mgc]'\u20ac",
                large,
                7,
                8L,
                (short) 9,
                (byte) 10,
                true,
                new BigDecimal("-12.34"),
                1.25,
                2.5f,
                Timestamp.valueOf(MOMENT),
                Date.valueOf("2021-07-30"),
                new byte[] {1, 2},
                new byte[9000],
                DateTimeOffset.valueOf(OffsetDateTime.parse("2021-07-30T14:00:00+02:00")));
        try (Connection c = connect();
                PreparedStatement s = c.prepareStatement("ECHO " + "?,".repeat(values.size()) + "?,?,?")) {
            for (int i = 0; i < values.size(); i++) {
                s.setObject(i + 1, values.get(i));
            }
            s.setTime(values.size() + 1, Time.valueOf("12:34:56"));
            s.setNull(values.size() + 2, Types.INTEGER);
            s.setNull(values.size() + 3, Types.NVARCHAR);
            try (ResultSet rows = s.executeQuery()) {
                assertTrue(rows.next());
                for (int i = 0; i < values.size(); i++) {
                    Object value = values.get(i);
                    if (value instanceof byte[] bytes) {
                        assertArrayEquals(bytes, rows.getBytes(i + 1));
                    } else if (value instanceof Byte || value instanceof Float) {
                        assertEquals(((Number) value).doubleValue(), rows.getDouble(i + 1));
                    } else {
                        assertEquals(value, rows.getObject(i + 1));
                    }
                }
                assertEquals("12:34:56", rows.getTime(values.size() + 1).toString());
                assertNull(rows.getObject(values.size() + 2));
                assertNull(rows.getObject(values.size() + 3));
            }
        }
    }
}
