package io.jenkins.plugins.pchat.engine.database;

import java.util.Locale;

/** How the primary's database is checked before the other copy of it is overwritten. */
public enum CheckDb {
    /** Not at all. */
    NONE,
    /** Its pages ({@code DBCC CHECKDB ... WITH PHYSICAL_ONLY}): torn pages, checksum failures, common damage by disks. */
    PHYSICAL,
    /** Its pages, and whether tables, indexes and catalog agree; takes several times as long. */
    FULL;

    /** Reads the word of a step parameter; null is the default, {@code physical}. */
    public static CheckDb of(String word) {
        if (word == null) {
            return PHYSICAL;
        }
        for (CheckDb value : values()) {
            if (value.word().equals(word)) {
                return value;
            }
        }
        throw new IllegalArgumentException("checkDb is '" + word + "'; it can be 'none', 'physical' or 'full'.");
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
