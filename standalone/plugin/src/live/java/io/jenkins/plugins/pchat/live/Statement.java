package io.jenkins.plugins.pchat.live;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.RunningRequest;
import java.time.Duration;
import java.util.Objects;

/**
 * A long statement on one of the lab's instances.
 *
 * @param command as {@code sys.dm_exec_requests} names it: {@code BACKUP DATABASE}
 */
record Statement(LabInstance instance, String command) {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Whether it runs now and has got somewhere. */
    boolean runs() {
        return instance.sessions().all().stream()
                .map(session -> session.running().request())
                .filter(Objects::nonNull)
                .anyMatch(request -> request.command().equals(command) && request.percent() > 0);
    }

    void awaitRunning() throws Exception {
        Waiting.until(command + " runs on " + instance.serverName(), LIMIT, this::runs, this::requests);
    }

    private String requests() {
        return "What runs there: "
                + instance.sessions().all().stream()
                        .map(session -> session.running().request())
                        .filter(Objects::nonNull)
                        .map(RunningRequest::command)
                        .toList();
    }

    /** How often it was sent for mgc; the preflight's probes are of another database. */
    long sent(Journal journal) {
        return journal.entries(entry -> entry.kind() == Journal.Kind.WRITE
                        && entry.where().equals(instance.serverName())
                        && entry.text().contains(command + " [mgc]"))
                .size();
    }
}
