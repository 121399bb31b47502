package io.jenkins.plugins.pchat.lab.server.model;

import java.time.LocalDateTime;
import java.util.UUID;

/**
 * What makes a database the same one wherever it is restored.
 *
 * @param family the same in all copies of a database
 * @param firstFork the recovery fork that it began with
 * @param fork the one that it is on; each recovery begins a new one
 */
public record Identity(UUID family, UUID firstFork, UUID fork, LocalDateTime created) {

    /** That of a new database. */
    public static Identity created(LocalDateTime now) {
        UUID family = UUID.randomUUID();
        return new Identity(family, family, family, now);
    }

    /** The same database after a recovery. */
    public Identity forked() {
        return new Identity(family, firstFork, UUID.randomUUID(), created);
    }
}
