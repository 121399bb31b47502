package io.jenkins.plugins.pchat.lab.server.backup;

import java.time.LocalDateTime;

/**
 * What a backup set tells after its data.
 *
 * @param size bytes before compression
 * @param storedSize bytes in the file
 * @param pages pages of 8 KB before compression
 */
public record SetTrailer(
        long firstLsn,
        long lastLsn,
        long checkpointLsn,
        long databaseBackupLsn,
        boolean beginsChain,
        LocalDateTime finished,
        long size,
        long storedSize,
        long pages) {}
