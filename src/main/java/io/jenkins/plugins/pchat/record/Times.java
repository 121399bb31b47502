package io.jenkins.plugins.pchat.record;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Times as people read them, the same in every language, for they are compared with logs.
 *
 * @param zone the clock on the reader's wall
 * @param first a time of the day that need not be named
 */
record Times(ZoneId zone, Instant first) {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_INSTANT;

    /** Date and time. */
    String full(Instant time) {
        return FULL.format(time.atZone(zone));
    }

    /** The time, with the date on other days than the first. */
    String brief(Instant time) {
        boolean sameDay =
                time.atZone(zone).toLocalDate().equals(first.atZone(zone).toLocalDate());
        return (sameDay ? CLOCK : DAY).format(time.atZone(zone));
    }

    /** For machines. */
    static String iso(Instant time) {
        return ISO.format(time);
    }

    /** The zone with its distance from UTC then: {@code Europe/Berlin (+01:00)}. */
    String zoneName() {
        String offset = zone.getRules().getOffset(first).getId();
        String name = zone.getDisplayName(TextStyle.NARROW, Locale.ROOT);
        return name.equals(offset)
                ? "UTC" + (offset.equals("Z") ? "" : offset)
                : name + " (" + ("Z".equals(offset) ? "UTC" : offset) + ")";
    }
}
