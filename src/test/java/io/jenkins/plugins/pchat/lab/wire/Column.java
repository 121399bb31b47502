package io.jenkins.plugins.pchat.lab.wire;

/**
 * A column of a result or the type of a parameter.
 *
 * @param length characters for character types (0 for max), bytes for binary ones
 */
public record Column(String name, Type type, int length, int precision, int scale) {

    /**
     * The types, each with the Java class of its values: Integer for INT, SMALLINT and TINYINT, Long, Boolean, Double, BigDecimal for NUMERIC and
     * MONEY, String for character types, byte[] for binary ones, java.util.UUID, LocalDate, LocalTime, LocalDateTime for DATETIME,
     * SMALLDATETIME and DATETIME2, OffsetDateTime; for SQL_VARIANT any of String, Integer, Long, Boolean, LocalDateTime, UUID, BigDecimal. Null is null.
     */
    public enum Type {
        BIT,
        TINYINT,
        SMALLINT,
        INT,
        BIGINT,
        REAL,
        FLOAT,
        NUMERIC,
        MONEY,
        CHAR,
        VARCHAR,
        NCHAR,
        NVARCHAR,
        BINARY,
        VARBINARY,
        UNIQUEIDENTIFIER,
        DATE,
        TIME,
        DATETIME,
        SMALLDATETIME,
        DATETIME2,
        DATETIMEOFFSET,
        SQL_VARIANT
    }

    /** A column of a type without length, or of its longest; of numeric(18,0), and with seven decimals of a second, as T-SQL has it. */
    public static Column of(String name, Type type) {
        return switch (type) {
            case NUMERIC -> numeric(name, 18, 0);
            case TIME, DATETIME2, DATETIMEOFFSET -> new Column(name, type, 0, 0, 7);
            default -> new Column(name, type, 0, 0, 0);
        };
    }

    public static Column nvarchar(String name, int characters) {
        return new Column(name, Type.NVARCHAR, characters, 0, 0);
    }

    public static Column numeric(String name, int precision, int scale) {
        return new Column(name, Type.NUMERIC, 0, precision, scale);
    }
}
