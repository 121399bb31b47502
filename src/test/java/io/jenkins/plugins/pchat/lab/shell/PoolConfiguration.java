package io.jenkins.plugins.pchat.lab.shell;

import java.util.List;

/**
 * What an administrator sets for the pool, and what is replicated to its servers.
 *
 * @param active the servers that accept clients
 * @param state {@code Normal} or {@code FailedOver}
 */
public record PoolConfiguration(List<String> active, String state) {

    public PoolConfiguration {
        active = List.copyOf(active);
    }

    PoolConfiguration withActive(List<String> servers) {
        return new PoolConfiguration(servers, state);
    }

    PoolConfiguration withState(String newState) {
        return new PoolConfiguration(active, newState);
    }
}
