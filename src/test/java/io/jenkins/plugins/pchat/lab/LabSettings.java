package io.jenkins.plugins.pchat.lab;

import java.time.Duration;

/**
 * What can be chosen for a lab.
 *
 * @param messages rows in {@code mgc} at the start
 * @param megabytesPerSecond speed of all disks and shares; 0 for as fast as this machine is
 * @param port of the backup instance, the primary's being the next one; 0 for free ones
 * @param replicationDelay until a change of the pool's configuration has reached its servers
 * @param drain how long a chat server that was taken off the list keeps its connection
 */
public record LabSettings(
        int messages, double megabytesPerSecond, int port, Duration replicationDelay, Duration drain) {

    /** A small, fast lab on free ports. */
    public static LabSettings of(int messages) {
        return new LabSettings(messages, 0, 0, Duration.ofMillis(400), Duration.ofMillis(500));
    }
}
