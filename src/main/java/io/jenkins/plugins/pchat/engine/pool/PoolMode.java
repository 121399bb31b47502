package io.jenkins.plugins.pchat.engine.pool;

import io.jenkins.plugins.pchat.engine.PlainText;

/** The two values of a pool's {@code PoolState}. */
public enum PoolMode {
    /** The pool uses its primary databases. */
    NORMAL("Normal"),
    /** The pool uses the backup databases that the topology names. */
    FAILED_OVER("FailedOver");

    private final String word;

    PoolMode(String word) {
        this.word = word;
    }

    /** The value as the cmdlets take it and put it out. */
    public String word() {
        return word;
    }

    boolean is(String state) {
        return word.equalsIgnoreCase(state);
    }

    /** Reads a step's parameter, in any case. */
    public static PoolMode of(String text) {
        for (PoolMode mode : values()) {
            if (mode.is(text)) {
                return mode;
            }
        }
        throw new IllegalArgumentException(
                PlainText.quoted(text) + " is no state of a pool; it can be 'Normal' (the primary databases)"
                        + " or 'FailedOver' (the backup databases).");
    }
}
