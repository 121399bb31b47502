package io.jenkins.plugins.pchat.lab.server.store;

import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.Column.Type;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads results of the table engine as SQL Server's types. */
public final class ResultReader {

    private ResultReader() {}

    /** The column of a result by the engine's own type; timestamps are told apart by their digits. */
    public static Column column(ResultSetMetaData meta, int index) throws SQLException {
        String name = meta.getColumnLabel(index);
        int precision = meta.getPrecision(index);
        int scale = meta.getScale(index);
        // JDBC has no type for it; H2 calls it BINARY.
        if (meta.getColumnTypeName(index).equals("UUID")) {
            return Column.of(name, Type.UNIQUEIDENTIFIER);
        }
        return switch (meta.getColumnType(index)) {
            case Types.BOOLEAN, Types.BIT -> Column.of(name, Type.BIT);
            case Types.TINYINT -> Column.of(name, Type.TINYINT);
            case Types.SMALLINT -> Column.of(name, Type.SMALLINT);
            case Types.INTEGER -> Column.of(name, Type.INT);
            case Types.BIGINT -> Column.of(name, Type.BIGINT);
            case Types.REAL -> Column.of(name, Type.REAL);
            case Types.FLOAT, Types.DOUBLE -> Column.of(name, Type.FLOAT);
            case Types.NUMERIC, Types.DECIMAL ->
                Column.numeric(name, Math.min(38, Math.max(1, precision)), Math.min(38, scale));
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                new Column(name, Type.VARBINARY, precision > 8000 ? 0 : precision, 0, 0);
            case Types.DATE -> Column.of(name, Type.DATE);
            case Types.TIME -> Column.of(name, Type.TIME);
            case Types.TIMESTAMP ->
                Column.of(name, scale == 3 ? Type.DATETIME : scale == 0 ? Type.SMALLDATETIME : Type.DATETIME2);
            case Types.TIMESTAMP_WITH_TIMEZONE -> Column.of(name, Type.DATETIMEOFFSET);
            case Types.NULL -> Column.of(name, Type.INT);
            default -> Column.nvarchar(name, precision > 4000 ? 0 : Math.max(1, precision));
        };
    }

    /** The values of the current row. */
    public static List<Object> row(ResultSet rows, List<Column> columns) throws SQLException {
        List<Object> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(rows, i + 1, columns.get(i).type()));
        }
        return values;
    }

    /** A value as its column's type wants it. */
    public static Object value(ResultSet rows, int index, Type type) throws SQLException {
        Object raw = rows.getObject(index);
        if (raw == null) {
            return null;
        }
        return switch (type) {
            case BIT -> rows.getBoolean(index);
            case TINYINT, SMALLINT, INT -> rows.getInt(index);
            case BIGINT -> rows.getLong(index);
            case REAL, FLOAT -> rows.getDouble(index);
            case NUMERIC, MONEY -> rows.getBigDecimal(index);
            case CHAR, VARCHAR, NCHAR, NVARCHAR -> rows.getString(index);
            case BINARY, VARBINARY -> rows.getBytes(index);
            case UNIQUEIDENTIFIER -> raw instanceof UUID ? raw : UUID.fromString(raw.toString());
            case DATE -> rows.getObject(index, LocalDate.class);
            case TIME -> rows.getObject(index, LocalTime.class);
            case DATETIME, SMALLDATETIME, DATETIME2 -> rows.getObject(index, LocalDateTime.class);
            case DATETIMEOFFSET -> rows.getObject(index, OffsetDateTime.class);
            case SQL_VARIANT -> plain(raw);
        };
    }

    private static Object plain(Object raw) {
        if (raw instanceof java.sql.Timestamp time) {
            return time.toLocalDateTime();
        }
        boolean known = raw instanceof Integer
                || raw instanceof Long
                || raw instanceof Boolean
                || raw instanceof UUID
                || raw instanceof BigDecimal;
        return known ? raw : raw.toString();
    }
}
