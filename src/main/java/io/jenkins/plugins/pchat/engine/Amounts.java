package io.jenkins.plugins.pchat.engine;

import java.time.Duration;
import java.util.Locale;

/** Sizes and durations as a person reads them. */
public final class Amounts {

    private Amounts() {}

    /** Bytes: {@code 512 KB}, {@code 1.4 GB}. */
    public static String size(long bytes) {
        double value = bytes;
        String[] units = {"bytes", "KB", "MB", "GB", "TB"};
        int unit = 0;
        while (value >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, value < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }

    /** Whole seconds, minutes or hours: {@code 12 s}, {@code 3 min 05 s}, {@code 2 h 07 min}. */
    public static String seconds(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }

    /** A duration, with tenths of a second while it is less than ten: {@code 0.4 s}. */
    public static String duration(Duration duration) {
        return duration.toMillis() < 9_950
                ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
                : seconds(Math.round(duration.toMillis() / 1000.0));
    }

    /** Bytes in a duration: {@code 110 MB/s}; null if it is too short to tell. */
    public static String rate(long bytes, Duration duration) {
        return duration.toMillis() < 50 ? null : size(Math.round(bytes * 1000.0 / duration.toMillis())) + "/s";
    }
}
