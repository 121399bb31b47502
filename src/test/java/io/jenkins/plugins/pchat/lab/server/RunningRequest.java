package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.model.Database;
import java.time.LocalDateTime;

/** What a session runs now, as {@code sys.dm_exec_requests} shows it. */
public final class RunningRequest {

    private final LocalDateTime start;
    private volatile String command = "SELECT";
    private volatile String waitType;
    private volatile float percent;
    private volatile Database database;

    RunningRequest(LocalDateTime start) {
        this.start = start;
    }

    public LocalDateTime start() {
        return start;
    }

    public String command() {
        return command;
    }

    /** What it waits for, null while it runs. */
    public String waitType() {
        return waitType;
    }

    public float percent() {
        return percent;
    }

    void command(String newCommand, String newWaitType) {
        command = newCommand;
        waitType = newWaitType;
        percent = 0;
    }

    void percent(float newPercent) {
        percent = newPercent;
    }

    /** It restores or checks this database, which can't be dropped meanwhile. */
    void worksOn(Database held) {
        database = held;
    }

    boolean isOn(Database other) {
        return database == other;
    }
}
