package io.jenkins.plugins.pchat.engine.sql;

import java.util.Objects;

/**
 * A text as T-SQL takes it where no parameter is allowed: {@code N'...'}, quotes doubled.
 *
 * @param value the text itself
 */
public record SqlText(String value) {

    public SqlText {
        Objects.requireNonNull(value);
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a text in a statement can't hold the character 0.");
        }
    }

    /** The literal of this value. */
    public static SqlText of(String value) {
        return new SqlText(value);
    }

    /** The literal, to be put into a statement. */
    @Override
    public String toString() {
        return "N'" + value.replace("'", "''") + "'";
    }
}
