package io.jenkins.plugins.pchat.engine.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@link WriteMark} in few characters, as it travels in the description of the hand-over backup: {@code {a4.1jk.k9x2m1q8.-1z141z3}}, its numbers to
 * the base 36.
 *
 * @param writes of all tables
 * @param rows of all tables
 * @param started when the instance was started; kept to the millisecond
 * @param distribution differs when the rows are distributed otherwise among the tables
 */
record WriteStamp(long writes, long rows, LocalDateTime started, int distribution) {

    /** What its text has at most. */
    static final int LONGEST = 45;

    private static final Pattern TEXT =
            Pattern.compile("\\{([0-9a-z]+)\\.([0-9a-z]+)\\.([0-9a-z]+)\\.(-?[0-9a-z]+)\\}");
    private static final int BASE = 36;

    WriteStamp {
        started = time(millis(started));
    }

    String text() {
        return "{" + Long.toString(writes, BASE) + "." + Long.toString(rows, BASE) + "."
                + Long.toString(millis(started), BASE) + "." + Integer.toString(distribution, BASE) + "}";
    }

    /** The first stamp in a text; empty when there is none, as in a backup that was taken by hand. */
    static Optional<WriteStamp> in(String text) {
        Matcher found = TEXT.matcher(text == null ? "" : text);
        try {
            return found.find()
                    ? Optional.of(new WriteStamp(
                            Long.parseLong(found.group(1), BASE),
                            Long.parseLong(found.group(2), BASE),
                            time(Long.parseLong(found.group(3), BASE)),
                            Integer.parseInt(found.group(4), BASE)))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** What has been written since, in words; null if nothing. */
    String movedTo(WriteMark mark) {
        WriteStamp now = mark.stamp();
        long written = written(writes, now.writes, started.equals(now.started));
        String counted = written == 0
                ? ""
                : written + (written == 1 ? " write was" : " writes were") + " counted since"
                        + (started.equals(now.started) ? "" : " the instance was started again at " + now.started);
        if (rows != now.rows) {
            return "it had " + rows + " rows and has " + now.rows + (written == 0 ? "" : "; " + counted);
        }
        if (written > 0) {
            return counted;
        }
        return distribution == now.distribution ? null : "its " + rows + " rows are in other tables now";
    }

    /** How many of the writes that are counted now came after the others: all of them, if the count has begun anew in between. */
    static long written(long before, long now, boolean sameStart) {
        return sameStart && now >= before ? now - before : now;
    }

    private static long millis(LocalDateTime time) {
        return time == null ? 0 : time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private static LocalDateTime time(long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }
}
