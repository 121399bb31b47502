package io.jenkins.plugins.pchat.lab.wire;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** The calendar arithmetic of TDS, both ways. */
final class DateTimes {

    private static final LocalDate YEAR_1 = LocalDate.of(1, 1, 1);
    private static final LocalDate YEAR_1900 = LocalDate.of(1900, 1, 1);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long TICKS_PER_SECOND = 300;

    private DateTimes() {}

    /** Days since 0001-01-01: date and its relatives. */
    static int days(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(YEAR_1, date);
    }

    static LocalDate date(int days) {
        return YEAR_1.plusDays(days);
    }

    /** How many bytes a time of that scale takes. */
    static int timeLength(int scale) {
        return scale <= 2 ? 3 : scale <= 4 ? 4 : 5;
    }

    /** A time in units of 10 to the minus scale seconds; what is finer is cut off. */
    static long units(LocalTime time, int scale) {
        return time.toNanoOfDay() / nanosPerUnit(scale);
    }

    static LocalTime time(long units, int scale) {
        return LocalTime.ofNanoOfDay(units * nanosPerUnit(scale));
    }

    private static long nanosPerUnit(int scale) {
        return (long) Math.pow(10, 9 - scale);
    }

    /** datetime: days since 1900-01-01, then 1/300 seconds, rounded, into the next day if need be. */
    static void writeDatetime(Bytes out, LocalDateTime value) {
        long ticks = Math.round(value.toLocalTime().toNanoOfDay() * (double) TICKS_PER_SECOND / NANOS_PER_SECOND);
        long perDay = 24 * 60 * 60 * TICKS_PER_SECOND;
        long days = ChronoUnit.DAYS.between(YEAR_1900, value.toLocalDate()) + ticks / perDay;
        out.i32((int) days).i32((int) (ticks % perDay));
    }

    static LocalDateTime datetime(int days, int ticks) {
        long milliseconds = (ticks * 10L + 1) / 3;
        return YEAR_1900.plusDays(days).atStartOfDay().plus(milliseconds, ChronoUnit.MILLIS);
    }

    /** smalldatetime: days since 1900-01-01, then minutes, rounded. */
    static void writeSmalldatetime(Bytes out, LocalDateTime value) {
        LocalDateTime rounded = value.plusSeconds(30);
        out.u16((int) ChronoUnit.DAYS.between(YEAR_1900, rounded.toLocalDate()));
        out.u16(rounded.toLocalTime().toSecondOfDay() / 60);
    }

    /** A moment as text, for clients that know no type for it: {@code 2021-07-30 12:00:00.1234567 +02:00}. */
    static String text(TemporalAccessor value, int scale) {
        StringBuilder pattern = new StringBuilder();
        if (value.isSupported(ChronoField.EPOCH_DAY)) {
            pattern.append("uuuu-MM-dd");
        }
        if (value.isSupported(ChronoField.NANO_OF_DAY)) {
            pattern.append(pattern.length() == 0 ? "" : " ").append("HH:mm:ss");
            pattern.append(scale == 0 ? "" : ".").append("S".repeat(scale));
        }
        if (value.isSupported(ChronoField.OFFSET_SECONDS)) {
            pattern.append(" xxx");
        }
        return DateTimeFormatter.ofPattern(pattern.toString(), Locale.ROOT).format(value);
    }

    static LocalDateTime smalldatetime(int days, int minutes) {
        return YEAR_1900.plusDays(days).atStartOfDay().plusMinutes(minutes);
    }
}
