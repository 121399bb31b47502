package io.jenkins.plugins.pchat.lab.wire;

import io.jenkins.plugins.pchat.lab.wire.Column.Type;
import java.net.ProtocolException;

/** Reads the type and the value of one parameter. */
final class TypeDecoder {

    /** A type that the lab does not read, so that the rest of its message can't be read either. */
    static final class Unknown extends ProtocolException {
        private static final long serialVersionUID = 1L;

        Unknown(String name, int token) {
            super("The lab does not read parameters of the type 0x%02X (parameter '%s').".formatted(token, name));
        }
    }

    private final ByteReader in;
    private final ValueDecoder values;

    TypeDecoder(ByteReader in) {
        this.in = in;
        this.values = new ValueDecoder(in);
    }

    /** Reads TYPE_INFO and value. */
    Parameter parameter(String name, boolean output) throws ProtocolException {
        int token = in.u8();
        return switch (token) {
            case TypeToken.NULL -> make(name, Type.NVARCHAR, 1, output, null);
            case TypeToken.INT1 -> make(name, Type.TINYINT, 0, output, in.u8());
            case TypeToken.BIT -> make(name, Type.BIT, 0, output, in.u8() != 0);
            case TypeToken.INT2 -> make(name, Type.SMALLINT, 0, output, (int) (short) in.u16());
            case TypeToken.INT4 -> make(name, Type.INT, 0, output, in.i32());
            case TypeToken.INT8 -> make(name, Type.BIGINT, 0, output, in.i64());
            case TypeToken.REAL -> make(name, Type.REAL, 0, output, values.floating(4));
            case TypeToken.FLOAT -> make(name, Type.FLOAT, 0, output, values.floating(8));
            case TypeToken.SMALLDATETIME -> make(name, Type.SMALLDATETIME, 0, output, values.datetime(4));
            case TypeToken.DATETIME -> make(name, Type.DATETIME, 0, output, values.datetime(8));
            case TypeToken.MONEY -> make(name, Type.MONEY, 0, output, values.money(8));
            case TypeToken.SMALLMONEY -> make(name, Type.MONEY, 0, output, values.money(4));
            case TypeToken.INT_N -> {
                int size = in.u8();
                Type type = size == 1 ? Type.TINYINT : size == 2 ? Type.SMALLINT : size == 4 ? Type.INT : Type.BIGINT;
                yield make(name, type, 0, output, values.integer(in.u8()));
            }
            case TypeToken.BIT_N -> {
                in.skip(1);
                yield make(name, Type.BIT, 0, output, in.u8() == 0 ? null : (Object) (in.u8() != 0));
            }
            case TypeToken.FLOAT_N -> {
                int size = in.u8();
                yield make(name, size == 4 ? Type.REAL : Type.FLOAT, 0, output, values.floating(in.u8()));
            }
            case TypeToken.MONEY_N -> {
                in.skip(1);
                yield make(name, Type.MONEY, 0, output, values.money(in.u8()));
            }
            case TypeToken.DATETIME_N -> {
                int size = in.u8();
                yield make(name, size == 4 ? Type.SMALLDATETIME : Type.DATETIME, 0, output, values.datetime(in.u8()));
            }
            case TypeToken.GUID -> {
                in.skip(1);
                yield make(name, Type.UNIQUEIDENTIFIER, 0, output, values.guid(in.u8()));
            }
            case TypeToken.DECIMAL_N, TypeToken.NUMERIC_N -> {
                in.skip(1);
                int precision = in.u8();
                int scale = in.u8();
                Column column = new Column(name, Type.NUMERIC, 0, precision, scale);
                yield new Parameter(name, column, output, values.numeric(in.u8(), scale));
            }
            case TypeToken.DATE -> make(name, Type.DATE, 0, output, values.date(in.u8()));
            case TypeToken.TIME -> scaled(name, Type.TIME, output);
            case TypeToken.DATETIME2 -> scaled(name, Type.DATETIME2, output);
            case TypeToken.DATETIMEOFFSET -> scaled(name, Type.DATETIMEOFFSET, output);
            case TypeToken.NVARCHAR, TypeToken.NCHAR, TypeToken.VARCHAR, TypeToken.CHAR -> text(name, token, output);
            case TypeToken.VARBINARY, TypeToken.BINARY -> binary(name, token, output);
            case TypeToken.NTEXT, TypeToken.TEXT -> longText(name, token, output);
            case TypeToken.IMAGE -> {
                in.skip(4);
                yield make(name, Type.VARBINARY, 0, output, values.longBytes());
            }
            default -> throw new Unknown(name, token);
        };
    }

    private static Parameter make(String name, Type type, int length, boolean output, Object value) {
        return new Parameter(name, new Column(name, type, length, 0, 0), output, value);
    }

    private Parameter scaled(String name, Type type, boolean output) throws ProtocolException {
        int scale = in.u8();
        if (scale > 7) {
            throw new ProtocolException("The parameter '" + name + "' has the scale " + scale + ".");
        }
        return new Parameter(name, new Column(name, type, 0, 0, scale), output, values.moment(type, in.u8(), scale));
    }

    private Parameter text(String name, int token, boolean output) throws ProtocolException {
        int size = in.u16();
        byte[] collation = in.raw(Collation.length());
        boolean wide = token == TypeToken.NVARCHAR || token == TypeToken.NCHAR;
        Type type =
                switch (token) {
                    case TypeToken.NVARCHAR -> Type.NVARCHAR;
                    case TypeToken.NCHAR -> Type.NCHAR;
                    case TypeToken.VARCHAR -> Type.VARCHAR;
                    default -> Type.CHAR;
                };
        byte[] bytes = size == 0xFFFF ? values.partial() : values.bytes();
        int length = size == 0xFFFF ? 0 : wide ? size / 2 : size;
        return make(name, type, length, output, ValueDecoder.text(bytes, wide, collation));
    }

    private Parameter binary(String name, int token, boolean output) throws ProtocolException {
        int size = in.u16();
        byte[] bytes = size == 0xFFFF ? values.partial() : values.bytes();
        Type type = token == TypeToken.BINARY ? Type.BINARY : Type.VARBINARY;
        return make(name, type, size == 0xFFFF ? 0 : size, output, bytes);
    }

    private Parameter longText(String name, int token, boolean output) throws ProtocolException {
        in.skip(4);
        byte[] collation = in.raw(Collation.length());
        boolean wide = token == TypeToken.NTEXT;
        return make(
                name,
                wide ? Type.NVARCHAR : Type.VARCHAR,
                0,
                output,
                ValueDecoder.text(values.longBytes(), wide, collation));
    }
}
