package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.List;

/**
 * A job of SQL Server Agent and when it runs.
 *
 * @param id null when log shipping names a job that is not there
 */
record AgentJobState(String id, String name, boolean enabled, List<Schedule> schedules) {

    /**
     * When a job runs.
     *
     * @param minutes between two runs; 0 for any other kind of schedule than every so many minutes, every day
     */
    record Schedule(String name, boolean enabled, int minutes) {

        private static final int DAILY = 4;
        private static final int MINUTES = 4;

        static Schedule of(SqlRow row) {
            boolean simple = row.whole("freq_type") == DAILY
                    && row.whole("freq_interval") == 1
                    && row.whole("freq_subday_type") == MINUTES;
            return new Schedule(
                    row.text("name"), row.flag("enabled"), simple ? row.integer("freq_subday_interval") : 0);
        }
    }

    /** A job of a row that was read, with its schedules. */
    static AgentJobState read(SqlSession session, String id, String name, boolean enabled)
            throws Failure, InterruptedException {
        List<Schedule> schedules = id == null
                ? List.of()
                : session.query(LogShippingQueries.SCHEDULES, id).stream()
                        .map(Schedule::of)
                        .toList();
        return new AgentJobState(id, name, enabled, schedules);
    }

    boolean missing() {
        return id == null;
    }

    /** Whether one of its schedules runs it at this interval. */
    boolean every(int minutes) {
        return schedules.stream().anyMatch(s -> s.enabled() && s.minutes() == minutes);
    }

    String line() {
        if (missing()) {
            return "a job that is not there";
        }
        String when = schedules.isEmpty()
                ? "no schedule"
                : String.join(
                        ", ",
                        schedules.stream()
                                .map(s -> s.minutes() == 0 ? s.name() : "every " + s.minutes() + " min")
                                .toList());
        return "job " + name + " (" + (enabled ? "enabled" : "disabled") + ", " + when + ")";
    }
}
