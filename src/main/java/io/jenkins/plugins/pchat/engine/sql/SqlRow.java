package io.jenkins.plugins.pchat.engine.sql;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * One row of a result, read by column name without regard to case: the documented result sets grow columns from version to version, so their
 * order means nothing. A null in the database is a null here.
 */
public final class SqlRow {

    private final Map<String, Object> values;

    /** A row of these columns, in this order; values are what JDBC's {@code getObject} returns. */
    public SqlRow(Map<String, ?> columns) {
        Map<String, Object> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(columns);
        this.values = Collections.unmodifiableMap(byName);
        this.ordered = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    private final Map<String, Object> ordered;

    public boolean has(String column) {
        return values.containsKey(column);
    }

    /** The value as the driver gave it. */
    public Object value(String column) {
        if (!has(column)) {
            throw new IllegalArgumentException("the result has no column " + column + ", only " + ordered.keySet());
        }
        return values.get(column);
    }

    /** The value at a position from 0, for procedures whose columns have no usable names. */
    public Object value(int position) {
        return ordered.values().toArray()[position];
    }

    public String text(String column) {
        Object value = value(column);
        return value == null ? null : value.toString();
    }

    public Long number(String column) {
        Object value = value(column);
        if (value == null) {
            return null;
        }
        if (value instanceof Boolean flag) {
            return flag ? 1L : 0L;
        }
        return ((Number) value).longValue();
    }

    /** A bit column, or an integer column that holds 0 or 1; null reads as false. */
    public boolean flag(String column) {
        Long value = number(column);
        return value != null && value != 0;
    }

    /** For log sequence numbers, which are numeric(25,0). */
    public BigDecimal decimal(String column) {
        Object value = value(column);
        return value == null ? null : new BigDecimal(value.toString());
    }

    /** A date as the server's clock has it, without a zone. */
    public LocalDateTime time(String column) {
        Object value = value(column);
        if (value == null) {
            return null;
        }
        return value instanceof java.sql.Timestamp t ? t.toLocalDateTime() : (LocalDateTime) value;
    }

    @Override
    public String toString() {
        return ordered.toString();
    }
}
