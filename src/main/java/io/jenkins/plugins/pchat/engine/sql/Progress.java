package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.Amounts;
import io.jenkins.plugins.pchat.engine.Console;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * The progress of one statement: a line in the log for the percentages that the server names, one a second at most, with
 * rate and time left.
 */
final class Progress {

    /** What the server does between its own progress messages is told once for so many percent. */
    private static final int SILENT_STEP = 5;

    /** A fast statement names more percentages than anybody wants to read: nanoseconds from one line to the next. */
    private static final long LEAST_PAUSE = 1_000_000_000L;

    private final Console console;
    private final long bytes;
    private final LongSupplier nanos;
    private final long start;
    private int last = -1;
    private long lastLine;
    private String lastActivity = "";

    /** @param bytes what is read or written as a whole; 0 when it isn't known */
    Progress(Console console, long bytes, LongSupplier nanos) {
        this.console = console;
        this.bytes = bytes;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.lastLine = start - LEAST_PAUSE;
    }

    /** The server's own progress message (3211). */
    synchronized void percent(int percent) {
        if (percent > last) {
            last = percent;
            long now = nanos.getAsLong();
            if (percent == 100 || now - lastLine >= LEAST_PAUSE) {
                lastLine = now;
                console.line(line(percent));
            }
        }
    }

    /** What was seen from outside: the command, how far it is, what it waits for. */
    synchronized void seen(int percent, String activity) {
        boolean further = percent >= last + SILENT_STEP && percent > 0;
        if (!further && activity.equals(lastActivity)) {
            return;
        }
        lastActivity = activity;
        lastLine = nanos.getAsLong();
        last = Math.max(last, percent);
        console.line(line(percent) + " (" + activity + ")");
    }

    private String line(int percent) {
        double seconds = (nanos.getAsLong() - start) / 1e9;
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%3d %%", percent));
        if (bytes > 0) {
            long moved = Math.round(bytes * (percent / 100.0));
            line.append(", ").append(Amounts.size(moved)).append(" of ").append(Amounts.size(bytes));
            if (seconds >= 1) {
                line.append(", ").append(Amounts.size((long) (moved / seconds))).append("/s");
            }
        }
        if (percent > 0 && percent < 100 && seconds >= 1) {
            line.append(", about ")
                    .append(Amounts.seconds(Math.round(seconds * (100 - percent) / percent)))
                    .append(" left");
        }
        return line.toString();
    }
}
