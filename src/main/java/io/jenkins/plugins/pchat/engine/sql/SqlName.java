package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlainText;
import io.jenkins.plugins.pchat.engine.Unusable;

/**
 * A name of a database, file, login or user as T-SQL takes it: in brackets, a closing bracket doubled, as QUOTENAME
 * does.
 *
 * @param value the name without brackets, 1 to 128 characters ({@code sysname})
 */
public record SqlName(String value) {

    private static final int SYSNAME = 128;

    public SqlName {
        if (value == null || value.isEmpty() || value.length() > SYSNAME) {
            throw new Unusable(
                    Failure.Code.SQL,
                    "a name in SQL Server has 1 to " + SYSNAME + " characters: " + PlainText.quoted(value));
        }
        if (!PlainText.isPlain(value)) {
            throw new Unusable(
                    Failure.Code.SQL,
                    "a name in a statement can't hold control characters, marks of writing"
                            + " direction or half characters: " + PlainText.quoted(value));
        }
    }

    /** The bracketed name of this value. */
    public static SqlName of(String value) {
        return new SqlName(value);
    }

    /** The name in brackets, to be put into a statement. */
    @Override
    public String toString() {
        return "[" + value.replace("]", "]]") + "]";
    }
}
