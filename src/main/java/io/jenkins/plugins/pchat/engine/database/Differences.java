package io.jenkins.plugins.pchat.engine.database;

import java.util.ArrayList;
import java.util.List;

/** What is configured otherwise than wanted, in words: {@code secondary: copy retention is 60, wanted 4320}. */
final class Differences {

    private final String where;
    private final List<String> found = new ArrayList<>();

    Differences(String where) {
        this.where = where;
    }

    /** Names of servers, folders and jobs: case means nothing to Windows and little to SQL Server. */
    void text(String what, String is, String wanted) {
        if (!wanted.equalsIgnoreCase(is)) {
            add(what, is, wanted);
        }
    }

    /** Null is a part that is missing, not one that differs. */
    void number(String what, Long is, long wanted) {
        if (is != null && is != wanted) {
            add(what, is, wanted);
        }
    }

    /** A job that runs at other times differs; one that is missing or has no schedule yet does not. */
    void job(AgentJobState job, String name, int interval) {
        if (job.missing()) {
            return;
        }
        text("job", job.name(), name);
        if (!job.schedules().isEmpty() && !job.every(interval)) {
            add("schedule of " + job.name(), job.line(), "every " + interval + " min");
        }
    }

    private void add(String what, Object is, Object wanted) {
        found.add(where + ": " + what + " is " + is + ", wanted " + wanted);
    }

    List<String> found() {
        return List.copyOf(found);
    }
}
