package io.jenkins.plugins.pchat.lab.agent;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** Times as {@code msdb} writes them, yyyymmdd and hhmmss in integers, and when a schedule is due. */
final class AgentTime {

    private static final int DAYS_LOOKED_AHEAD = 400;

    private AgentTime() {}

    static int date(LocalDateTime time) {
        return (time.getYear() * 100 + time.getMonthValue()) * 100 + time.getDayOfMonth();
    }

    static int time(LocalDateTime time) {
        return (time.getHour() * 100 + time.getMinute()) * 100 + time.getSecond();
    }

    static int duration(Duration duration) {
        return (int) (duration.toHours() * 10000 + duration.toMinutesPart() * 100 + duration.toSecondsPart());
    }

    static LocalDateTime of(int date, int time) {
        return LocalDateTime.of(day(date), clock(time));
    }

    private static LocalDate day(int date) {
        return LocalDate.of(date / 10000, date / 100 % 100, date % 100);
    }

    private static LocalTime clock(int time) {
        return LocalTime.of(time / 10000, time / 100 % 100, time % 100);
    }

    /**
     * The first time after a moment at which a schedule is due; empty when it never is again.
     *
     * @param schedule a row of {@code sysschedules} that runs once (1) or every so many days (4); others are
     *     refused when they are made
     */
    static Optional<LocalDateTime> next(Msdb.Row schedule, LocalDateTime after) {
        if (schedule.number("enabled") != 1) {
            return Optional.empty();
        }
        LocalDate first = day(schedule.number("active_start_date"));
        LocalDate last = day(schedule.number("active_end_date"));
        if (schedule.number("freq_type") == 1) {
            LocalDateTime once = first.atTime(clock(schedule.number("active_start_time")));
            return once.isAfter(after) ? Optional.of(once) : Optional.empty();
        }
        if (schedule.number("freq_type") != 4) {
            return Optional.empty();
        }
        int days = Math.max(1, schedule.number("freq_interval"));
        LocalDate day = after.toLocalDate().isBefore(first) ? first : after.toLocalDate();
        for (int i = 0; i < DAYS_LOOKED_AHEAD && !day.isAfter(last); i++, day = day.plusDays(1)) {
            if ((day.toEpochDay() - first.toEpochDay()) % days == 0) {
                Optional<LocalDateTime> found = within(schedule, day, after);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDateTime> within(Msdb.Row schedule, LocalDate day, LocalDateTime after) {
        LocalDateTime start = day.atTime(clock(schedule.number("active_start_time")));
        if (start.isAfter(after)) {
            return Optional.of(start);
        }
        long every = schedule.number("freq_subday_interval")
                * switch (schedule.number("freq_subday_type")) {
                    case 2 -> 1L;
                    case 4 -> 60L;
                    case 8 -> 3600L;
                    default -> 0L;
                };
        if (every == 0) {
            return Optional.empty();
        }
        long passed = Duration.between(start, after).toSeconds() / every + 1;
        LocalDateTime due = start.plusSeconds(passed * every);
        LocalDateTime end = day.atTime(clock(schedule.number("active_end_time")));
        return due.isAfter(end) ? Optional.empty() : Optional.of(due);
    }
}
