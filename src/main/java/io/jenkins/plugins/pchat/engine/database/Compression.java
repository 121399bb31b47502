package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.PlainText;
import java.util.Locale;

/** Whether a backup is compressed. */
public enum Compression {
    /** As the instance is configured ({@code backup compression default}). */
    DEFAULT,
    /** {@code COMPRESSION}; refused by some editions, such as Express. */
    ON,
    /** {@code NO_COMPRESSION}. */
    OFF;

    /** Reads the word of a step parameter; null is {@code default}. */
    public static Compression of(String word) {
        if (word == null) {
            return DEFAULT;
        }
        for (Compression c : values()) {
            if (c.word().equals(word)) {
                return c;
            }
        }
        throw new IllegalArgumentException(
                "compression is " + PlainText.quoted(word) + "; it can be 'default', 'on' or 'off'.");
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
