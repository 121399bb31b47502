package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.PlannedAction;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a trial restore has measured. */
final class TrialMeasures {

    private final Map<String, Duration> durations = new LinkedHashMap<>();
    private Long rows;

    /** The same effect, its duration kept under a name. */
    PlannedAction.Effect timed(String name, PlannedAction.Effect effect) {
        return console -> {
            long start = System.nanoTime();
            effect.run(console);
            durations.put(name, Duration.ofNanos(System.nanoTime() - start));
        };
    }

    void rows(long counted) {
        rows = counted;
    }

    /**
     * By the names of the result's details; what was not measured is missing.
     *
     * @param bytes of the backup, before compression
     */
    Map<String, Object> details(long bytes) {
        Map<String, Object> details = new LinkedHashMap<>();
        durations.forEach((name, duration) -> details.put(name, Math.round(duration.toMillis() / 1000.0)));
        if (rows != null) {
            details.put("rows", rows);
        }
        details.put("bytes", bytes);
        Duration restore = durations.get(TrialActions.RESTORE);
        if (restore != null) {
            details.put("bytesPerSecond", bytes * 1000 / Math.max(1, restore.toMillis()));
        }
        return details;
    }
}
