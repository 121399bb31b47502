package io.jenkins.plugins.pchat.engine.pool;

import java.io.Serializable;
import java.time.Instant;

/**
 * How far one computer has the deployment's configuration, as {@code Get-CsManagementStoreReplicationStatus} says.
 *
 * @param upToDate whether the computer has applied the last update that was made for it
 * @param lastUpdate when that update was made, by the management server's clock; null when there has been none
 */
public record Replica(String computer, boolean upToDate, Instant lastUpdate) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A computer of which the shell said nothing. */
    static Replica unknown(String computer) {
        return new Replica(computer, false, null);
    }

    /**
     * Whether it has applied an update that was made after that one. Both times are of one clock, so no other is asked.
     */
    boolean hasNewerThan(Instant earlier) {
        return upToDate && lastUpdate != null && (earlier == null || lastUpdate.isAfter(earlier));
    }
}
