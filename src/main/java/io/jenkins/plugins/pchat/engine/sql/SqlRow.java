package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlainText;
import io.jenkins.plugins.pchat.engine.Unusable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One row of a result, read by column name without regard to case: the documented result sets grow columns from version to version, so their
 * order means nothing. A null in the database is a null here.
 */
public final class SqlRow {

    private static final int LAST_YEAR = 9999;

    private final Map<String, Object> values;

    /** A row of these columns, in this order; values are what JDBC's {@code getObject} returns. */
    public SqlRow(Map<String, ?> columns) {
        Map<String, Object> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(columns);
        this.values = Collections.unmodifiableMap(byName);
        this.ordered = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    private final Map<String, Object> ordered;

    /** The columns by name, in the order of the result. */
    public Map<String, Object> columns() {
        return ordered;
    }

    public boolean has(String column) {
        return values.containsKey(column);
    }

    /** The value as the driver gave it. */
    public Object value(String column) {
        if (!has(column)) {
            throw new Unusable(Failure.Code.SQL, "the result has no column " + column + ", only " + ordered.keySet());
        }
        return values.get(column);
    }

    /** The value at a position from 0, for procedures whose columns have no usable names. */
    public Object value(int position) {
        if (position >= ordered.size()) {
            throw new Unusable(Failure.Code.SQL, "the result has only the columns " + ordered.keySet());
        }
        return ordered.values().toArray()[position];
    }

    /** The first of a result that always has a row. */
    public static SqlRow first(List<SqlRow> rows) {
        if (rows.isEmpty()) {
            throw new Unusable(Failure.Code.SQL, "a result that always has a row has none");
        }
        return rows.get(0);
    }

    public String text(String column) {
        Object value = value(column);
        return value == null ? null : value.toString();
    }

    /** A text that is never null. */
    public String word(String column) {
        String text = text(column);
        if (text == null) {
            throw odd(column, null, "a text");
        }
        return text;
    }

    public Long number(String column) {
        Object value = value(column);
        if (value == null) {
            return null;
        }
        if (value instanceof Boolean flag) {
            return flag ? 1L : 0L;
        }
        if (value instanceof Number number) {
            long whole = number.longValue();
            if (value instanceof BigDecimal && new BigDecimal(whole).compareTo((BigDecimal) value) != 0) {
                throw odd(column, value, "a smaller whole number");
            }
            return whole;
        }
        throw odd(column, value, "a number");
    }

    /** A number that is never null. */
    public long whole(String column) {
        Long value = number(column);
        if (value == null) {
            throw odd(column, null, "a number");
        }
        return value;
    }

    /** A number that is never null and an int. */
    public int integer(String column) {
        long value = whole(column);
        if (value != (int) value) {
            throw odd(column, value, "a smaller number");
        }
        return (int) value;
    }

    private static Unusable odd(String column, Object value, String wanted) {
        return new Unusable(
                Failure.Code.SQL,
                "the column " + column + " holds " + PlainText.quoted(String.valueOf(value)) + " instead of " + wanted);
    }

    /** A bit column, or an integer column that holds 0 or 1; null reads as false. */
    public boolean flag(String column) {
        Long value = number(column);
        return value != null && value != 0;
    }

    /** For log sequence numbers, which are numeric(25,0). */
    public BigDecimal decimal(String column) {
        Object value = value(column);
        try {
            return value == null ? null : new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            throw odd(column, value, "a number");
        }
    }

    /** A time that is never null. */
    public LocalDateTime moment(String column) {
        LocalDateTime time = time(column);
        if (time == null) {
            throw odd(column, null, "a time");
        }
        return time;
    }

    /** A date as the server's clock has it, without a zone. */
    public LocalDateTime time(String column) {
        Object value = value(column);
        if (value == null) {
            return null;
        }
        LocalDateTime time = value instanceof java.sql.Timestamp t
                ? t.toLocalDateTime()
                : value instanceof LocalDateTime already ? already : null;
        // No type of SQL Server holds a later one, and nobody could reckon with it.
        if (time == null || time.getYear() > LAST_YEAR) {
            throw odd(column, value, "a time");
        }
        return time;
    }

    @Override
    public String toString() {
        return ordered.toString();
    }
}
