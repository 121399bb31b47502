package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jenkins.plugins.pchat.lab.wire.Column.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TypeEncoderTest {

    private static final String COLLATION = "0904D00034";
    private static final String NULL_MAX = "FFFFFFFFFFFFFFFF";

    private static Column of(Type type) {
        return Column.of("c", type);
    }

    private static Column of(Type type, int length) {
        return new Column("c", type, length, 0, 0);
    }

    /** The table of TDS-FACTS 8.2: type, its TYPE_INFO, a value, its bytes, the bytes of NULL. */
    static Stream<Arguments> vectors() {
        return Stream.of(
                arguments(of(Type.INT), "2604", 42, "042A000000", "00"),
                arguments(of(Type.BIGINT), "2608", 1234567890123L, "08CB04FB711F010000", "00"),
                arguments(of(Type.SMALLINT), "2602", -5, "02FBFF", "00"),
                arguments(of(Type.TINYINT), "2601", 200, "01C8", "00"),
                arguments(of(Type.BIT), "6801", true, "0101", "00"),
                arguments(of(Type.FLOAT), "6D08", 1.5, "08000000000000F83F", "00"),
                arguments(of(Type.REAL), "6D04", 2.5, "0400002040", "00"),
                arguments(
                        Column.numeric("c", 25, 0),
                        "6C0D1900",
                        new BigDecimal("35000000012300001"),
                        "0D01E12EDF8750587C0000000000",
                        "00"),
                arguments(Column.numeric("c", 9, 2), "6C050902", new BigDecimal("-123.45"), "050039300000", "00"),
                arguments(Column.nvarchar("c", 128), "E70001" + COLLATION, "ab", "040061006200", "FFFF"),
                arguments(
                        Column.nvarchar("c", 0),
                        "E7FFFF" + COLLATION,
                        "ab",
                        "0400000000000000" + "04000000" + "61006200" + "00000000",
                        NULL_MAX),
                arguments(Column.nvarchar("c", 0), "E7FFFF" + COLLATION, "", "000000000000000000000000", NULL_MAX),
                arguments(of(Type.VARCHAR, 50), "A73200" + COLLATION, "ab", "02006162", "FFFF"),
                arguments(
                        of(Type.VARCHAR),
                        "A7FFFF" + COLLATION,
                        "ab",
                        "0200000000000000" + "02000000" + "6162" + "00000000",
                        NULL_MAX),
                arguments(of(Type.VARCHAR, 5), "A70500" + COLLATION, "\u20ac", "010080", "FFFF"),
                arguments(of(Type.NCHAR, 4), "EF0800" + COLLATION, "ab", "08006100620020002000", "FFFF"),
                arguments(of(Type.CHAR, 3), "AF0300" + COLLATION, "a", "0300612020", "FFFF"),
                arguments(of(Type.VARBINARY, 10), "A50A00", new byte[] {1, 2, 3}, "0300010203", "FFFF"),
                arguments(of(Type.VARBINARY), "A5FFFF", new byte[] {1}, "0100000000000000010000000100000000", NULL_MAX),
                arguments(of(Type.BINARY, 4), "AD0400", new byte[] {1, 0, 0, 2}, "040001000002", "FFFF"),
                arguments(
                        of(Type.UNIQUEIDENTIFIER),
                        "2410",
                        UUID.fromString("01020304-0506-0708-090a-0b0c0d0e0f10"),
                        "100403020106050807090A0B0C0D0E0F10",
                        "00"),
                arguments(
                        of(Type.DATETIME),
                        "6F08",
                        LocalDateTime.of(2023, 3, 17, 12, 0, 0, 500_000_000),
                        "08C8AF000096C1C500",
                        "00"),
                arguments(of(Type.SMALLDATETIME), "6F04", LocalDateTime.of(2023, 3, 17, 10, 0), "04C8AF5802", "00"),
                arguments(of(Type.DATE), "28", LocalDate.of(2021, 7, 30), "03D0420B", "00"),
                arguments(of(Type.TIME), "2907", LocalTime.of(12, 0, 0, 123_456_700), "0587B6479564", "00"),
                arguments(
                        of(Type.DATETIME2),
                        "2A07",
                        LocalDateTime.of(2021, 7, 30, 12, 0, 0, 123_456_700),
                        "0887B6479564D0420B",
                        "00"),
                arguments(
                        of(Type.DATETIMEOFFSET),
                        "2B07",
                        OffsetDateTime.parse("2021-07-30T14:00:00+02:00"),
                        "0A00E0349564D0420B7800",
                        "00"),
                arguments(of(Type.MONEY), "6E08", new BigDecimal("12.3456"), "080000000040E20100", "00"),
                arguments(
                        of(Type.SQL_VARIANT),
                        "62491F0000",
                        "15.0",
                        "11000000E707" + COLLATION + "401F310035002E003000",
                        "00000000"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void writesTheMeasuredBytes(Column column, String type, Object value, String bytes, String nothing) {
        TypeEncoder encoder = new TypeEncoder(TdsVersion.V7_4);
        assertEquals(type, type(encoder, column));
        assertEquals(bytes, value(encoder, column, value));
        assertEquals(nothing, value(encoder, column, null));
    }

    @Test
    void aDatetimeIsRoundedIntoTheNextDay() {
        LocalDateTime late = LocalDateTime.of(1900, 1, 1, 23, 59, 59, 999_000_000);
        assertEquals("080100000000000000", value(new TypeEncoder(TdsVersion.V7_4), of(Type.DATETIME), late));
    }

    @Test
    void theOldestClientsGetNtextForMaxAndTextForMoments() {
        TypeEncoder encoder = new TypeEncoder(TdsVersion.V7_1);
        assertEquals("63FEFFFF7F" + COLLATION + "0000", type(encoder, Column.nvarchar("c", 0)));
        assertEquals("10" + "00".repeat(24) + "0400000061006200", value(encoder, Column.nvarchar("c", 0), "ab"));
        assertEquals("00", value(encoder, Column.nvarchar("c", 0), null));
        assertEquals("E75000" + COLLATION, type(encoder, of(Type.DATE)));
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, 0, 2021-07-30",
        "TIME, 3, 14:00:00.123",
        "DATETIME2, 7, 2021-07-30 14:00:00.1230000",
        "DATETIMEOFFSET, 0, 2021-07-30 14:00:00 +02:00"
    })
    void momentsAreTextToTheOldestClients(Type type, int scale, String text) {
        OffsetDateTime moment = OffsetDateTime.parse("2021-07-30T14:00:00.123+02:00");
        Object value =
                switch (type) {
                    case DATE -> moment.toLocalDate();
                    case TIME -> moment.toLocalTime();
                    case DATETIME2 -> moment.toLocalDateTime();
                    default -> moment;
                };
        TypeEncoder encoder = new TypeEncoder(TdsVersion.V7_2);
        String expected = value(encoder, Column.nvarchar("c", 40), text);
        assertEquals(expected, value(encoder, new Column("c", type, 0, 0, scale), value));
    }

    @Test
    void saysWhichColumnAValueDoesNotFit() {
        TypeEncoder encoder = new TypeEncoder(TdsVersion.V7_4);
        assertThrows(IllegalArgumentException.class, () -> value(encoder, of(Type.INT), "x"));
        assertThrows(IllegalArgumentException.class, () -> value(encoder, of(Type.INT), 1L << 40));
        assertThrows(IllegalArgumentException.class, () -> value(encoder, Column.nvarchar("c", 2), "abc"));
        assertThrows(
                IllegalArgumentException.class, () -> value(encoder, Column.numeric("c", 2, 0), new BigDecimal("100")));
    }

    private static String type(TypeEncoder encoder, Column column) {
        Bytes out = new Bytes();
        encoder.type(out, column);
        return hex(out);
    }

    private static String value(TypeEncoder encoder, Column column, Object value) {
        Bytes out = new Bytes();
        encoder.value(out, column, value);
        return hex(out);
    }

    private static String hex(Bytes out) {
        return HexFormat.of().withUpperCase().formatHex(out.toArray());
    }
}
