package io.jenkins.plugins.pchat.lab.server.store;

import io.jenkins.plugins.pchat.lab.server.tsql.TypeName;
import io.jenkins.plugins.pchat.lab.server.tsql.TypeParser;
import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.Column.Type;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.math.BigDecimal;
import java.util.UUID;

/** SQL Server's data types, what the table engine calls them, and what the client is told. */
public final class SqlTypes {

    private static final int LONGEST = 1_000_000;

    private SqlTypes() {}

    /** What the client is told of a column or variable of a type; 2715 for a type that there isn't. */
    public static Column column(String name, TypeName type) throws ServerError {
        int length = type.first(1);
        return switch (type.name()) {
            case "bit" -> Column.of(name, Type.BIT);
            case "tinyint" -> Column.of(name, Type.TINYINT);
            case "smallint" -> Column.of(name, Type.SMALLINT);
            case "int", "integer" -> Column.of(name, Type.INT);
            case "bigint" -> Column.of(name, Type.BIGINT);
            case "real" -> Column.of(name, Type.REAL);
            case "float" -> Column.of(name, Type.FLOAT);
            case "decimal", "numeric", "dec" -> Column.numeric(name, type.first(18), type.second(0));
            case "money", "smallmoney" -> Column.of(name, Type.MONEY);
            case "char" -> text(name, Type.CHAR, length);
            case "varchar" -> text(name, Type.VARCHAR, length);
            case "nchar" -> text(name, Type.NCHAR, length);
            case "nvarchar" -> text(name, Type.NVARCHAR, length);
            case "text", "ntext", "xml" -> text(name, Type.NVARCHAR, -1);
            case "sysname" -> text(name, Type.NVARCHAR, 128);
            case "binary" -> text(name, Type.BINARY, length);
            case "varbinary", "image" -> text(name, Type.VARBINARY, type.name().equals("image") ? -1 : length);
            case "uniqueidentifier" -> Column.of(name, Type.UNIQUEIDENTIFIER);
            case "date" -> Column.of(name, Type.DATE);
            case "time" -> Column.of(name, Type.TIME);
            case "datetime" -> Column.of(name, Type.DATETIME);
            case "smalldatetime" -> Column.of(name, Type.SMALLDATETIME);
            case "datetime2" -> Column.of(name, Type.DATETIME2);
            case "datetimeoffset" -> Column.of(name, Type.DATETIMEOFFSET);
            case "sql_variant" -> Column.of(name, Type.SQL_VARIANT);
            default ->
                throw new ServerError(
                        2715,
                        16,
                        "Column, parameter, or variable " + name + ": Cannot find data type " + type.name() + ".");
        };
    }

    /** What the client is told of a column of a type written as T-SQL, for types that the lab itself writes. */
    public static Column column(String name, String type) {
        try {
            return column(name, TypeParser.type(type));
        } catch (ServerError e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Column text(String name, Type type, int length) {
        return new Column(name, type, Math.max(length, 0), 0, 0);
    }

    /** The table engine's type for values of a column. */
    public static String engineType(Column column) {
        int length = column.length() == 0 ? LONGEST : column.length();
        return switch (column.type()) {
            case BIT -> "BOOLEAN";
            case TINYINT, SMALLINT -> "SMALLINT";
            case INT -> "INTEGER";
            case BIGINT -> "BIGINT";
            case REAL -> "REAL";
            case FLOAT -> "DOUBLE PRECISION";
            case NUMERIC ->
                "NUMERIC(" + (column.precision() == 0 ? 18 : column.precision()) + "," + column.scale() + ")";
            case MONEY -> "NUMERIC(19,4)";
            case CHAR, VARCHAR, NCHAR, NVARCHAR, SQL_VARIANT -> "VARCHAR_IGNORECASE(" + length + ")";
            case BINARY, VARBINARY -> "VARBINARY(" + (column.length() == 0 ? 100 * LONGEST : length) + ")";
            case UNIQUEIDENTIFIER -> "UUID";
            case DATE -> "DATE";
            case TIME -> "TIME(7)";
            case DATETIME -> "TIMESTAMP(3)";
            case SMALLDATETIME -> "TIMESTAMP(0)";
            case DATETIME2 -> "TIMESTAMP(7)";
            case DATETIMEOFFSET -> "TIMESTAMP(7) WITH TIME ZONE";
        };
    }

    /** The table engine's type for a type, with the length that CAST and CONVERT give a text without one: 30. */
    public static String castType(TypeName type) throws ServerError {
        boolean text = type.arguments().isEmpty() && type.name().matches("n?(var)?char|(var)?binary");
        Column column = column("", type);
        return engineType(text ? new Column("", column.type(), 30, 0, 0) : column);
    }

    /** The type that a value has by itself. */
    public static Column columnOf(Object value) {
        if (value instanceof Boolean) {
            return Column.of("", Type.BIT);
        } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return Column.of("", Type.INT);
        } else if (value instanceof Long) {
            return Column.of("", Type.BIGINT);
        } else if (value instanceof BigDecimal number) {
            return Column.numeric("", 38, Math.max(0, number.scale()));
        } else if (value instanceof Number) {
            return Column.of("", Type.FLOAT);
        } else if (value instanceof UUID) {
            return Column.of("", Type.UNIQUEIDENTIFIER);
        } else if (value instanceof java.time.LocalDateTime) {
            return Column.of("", Type.DATETIME);
        } else if (value instanceof byte[]) {
            return Column.of("", Type.VARBINARY);
        }
        return Column.nvarchar("", 4000);
    }
}
