package io.jenkins.plugins.pchat.lab.wire;

import io.jenkins.plugins.pchat.lab.wire.Column.Type;
import java.time.temporal.TemporalAccessor;

/** Writes TYPE_INFO, and chooses for a client of an older version the type it knows instead. */
final class TypeEncoder {

    private static final int MAX_BYTES = 8000;
    private static final int MAX_CHARACTERS = 4000;
    private static final int LARGE_OBJECT = 0x7FFFFFFE;
    private static final int VARIANT_LENGTH = 8009;

    private final TdsVersion version;
    private final ValueEncoder values = new ValueEncoder();

    TypeEncoder(TdsVersion version) {
        this.version = version;
    }

    /** Before TDS 7.3 there are no types for dates alone; their text is sent then. */
    private Column known(Column column) {
        return switch (column.type()) {
            case DATE, TIME, DATETIME2, DATETIMEOFFSET ->
                version.since73() ? column : Column.nvarchar(column.name(), 40);
            default -> column;
        };
    }

    private static boolean max(Column column) {
        int length = column.length();
        return switch (column.type()) {
            case NVARCHAR, NCHAR -> length <= 0 || length > MAX_CHARACTERS;
            case VARCHAR, CHAR, VARBINARY, BINARY -> length <= 0 || length > MAX_BYTES;
            default -> false;
        };
    }

    /** TYPE_INFO, and the table's name where a large object of an old client wants one. */
    void type(Bytes out, Column wanted) {
        Column column = known(wanted);
        if (max(column)) {
            maxType(out, column.type());
            return;
        }
        switch (column.type()) {
            case BIT -> out.u8(TypeToken.BIT_N).u8(1);
            case TINYINT -> out.u8(TypeToken.INT_N).u8(1);
            case SMALLINT -> out.u8(TypeToken.INT_N).u8(2);
            case INT -> out.u8(TypeToken.INT_N).u8(4);
            case BIGINT -> out.u8(TypeToken.INT_N).u8(8);
            case REAL -> out.u8(TypeToken.FLOAT_N).u8(4);
            case FLOAT -> out.u8(TypeToken.FLOAT_N).u8(8);
            case NUMERIC ->
                out.u8(TypeToken.NUMERIC_N)
                        .u8(ValueEncoder.numericLength(column.precision()))
                        .u8(column.precision())
                        .u8(column.scale());
            case MONEY -> out.u8(TypeToken.MONEY_N).u8(8);
            case CHAR -> out.u8(TypeToken.CHAR).u16(column.length()).raw(Collation.bytes());
            case VARCHAR -> out.u8(TypeToken.VARCHAR).u16(column.length()).raw(Collation.bytes());
            case NCHAR -> out.u8(TypeToken.NCHAR).u16(column.length() * 2).raw(Collation.bytes());
            case NVARCHAR -> out.u8(TypeToken.NVARCHAR).u16(column.length() * 2).raw(Collation.bytes());
            case BINARY -> out.u8(TypeToken.BINARY).u16(column.length());
            case VARBINARY -> out.u8(TypeToken.VARBINARY).u16(column.length());
            case UNIQUEIDENTIFIER -> out.u8(TypeToken.GUID).u8(16);
            case DATE -> out.u8(TypeToken.DATE);
            case TIME -> out.u8(TypeToken.TIME).u8(column.scale());
            case DATETIME -> out.u8(TypeToken.DATETIME_N).u8(8);
            case SMALLDATETIME -> out.u8(TypeToken.DATETIME_N).u8(4);
            case DATETIME2 -> out.u8(TypeToken.DATETIME2).u8(column.scale());
            case DATETIMEOFFSET -> out.u8(TypeToken.DATETIMEOFFSET).u8(column.scale());
            case SQL_VARIANT -> out.u8(TypeToken.VARIANT).i32(VARIANT_LENGTH);
        }
    }

    private void maxType(Bytes out, Type type) {
        boolean binary = type == Type.VARBINARY || type == Type.BINARY;
        if (version.since72()) {
            boolean wide = type == Type.NVARCHAR || type == Type.NCHAR;
            out.u8(binary ? TypeToken.VARBINARY : wide ? TypeToken.NVARCHAR : TypeToken.VARCHAR)
                    .u16(0xFFFF)
                    .raw(binary ? new byte[0] : Collation.bytes());
        } else {
            out.u8(binary ? TypeToken.IMAGE : TypeToken.NTEXT)
                    .i32(LARGE_OBJECT)
                    .raw(binary ? new byte[0] : Collation.bytes())
                    .usVarchar("");
        }
    }

    /**
     * The value, as {@link #type} announced it.
     *
     * @throws IllegalArgumentException when the value doesn't fit the column
     */
    void value(Bytes out, Column wanted, Object original) {
        Column column = known(wanted);
        Object value = original;
        try {
            if (column != wanted && original != null) {
                value = DateTimes.text((TemporalAccessor) original, wanted.scale());
            }
            if (!max(column)) {
                values.value(out, column, value);
            } else if (version.since72()) {
                values.partial(out, column.type(), value);
            } else {
                values.largeObject(out, column.type(), value);
            }
        } catch (ClassCastException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "The value " + original + " of " + original.getClass() + " does not fit " + wanted + ".", e);
        }
    }
}
