package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.PlainText;
import io.jenkins.plugins.pchat.engine.Unusable;
import java.util.Objects;

/**
 * A text as T-SQL takes it where no parameter is allowed: {@code N'...'}, quotes doubled. Only the apostrophe ends it, none of the characters that look
 * like one. It is shown to whoever approves it, so it holds nothing that a person would not see as it is.
 *
 * @param value the text itself
 */
public record SqlText(String value) {

    /** Paths have 259 characters, names 128, descriptions of backups 255. */
    private static final int LONGEST = 1_000;

    public SqlText {
        Objects.requireNonNull(value);
        if (value.length() > LONGEST) {
            throw new Unusable(
                    Failure.Code.SQL,
                    "a text in a statement has " + LONGEST + " characters at most, not " + value.length() + ": "
                            + PlainText.quoted(value));
        }
        if (!PlainText.isPlain(value)) {
            throw new Unusable(
                    Failure.Code.SQL,
                    "a text in a statement can't hold control characters, marks of writing"
                            + " direction or half characters: " + PlainText.quoted(value));
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
