package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.pool.PoolState;
import io.jenkins.plugins.pchat.engine.pool.Replica;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pool of the lab in states that a test wants. */
final class Pools {

    static final String POOL = "lyncpc.dci.discovery.com";
    static final List<String> SERVERS = List.of("chata1.dci.discovery.com", "chata2.dci.discovery.com");
    static final List<String> BACKUP_SERVERS = List.of("chatb1.dcb.discovery.com", "chatb2.dcb.discovery.com");
    static final List<String> COMPUTERS =
            Stream.concat(SERVERS.stream(), BACKUP_SERVERS.stream()).toList();

    static final String SQLA = "PersistentChatDatabase:sqla.dci.discovery.com";
    static final String SQLB = "PersistentChatDatabase:sqlb.dcb.discovery.com";
    private static final String IDENTITY = "PersistentChatServer:" + POOL;

    private Pools() {}

    static PoolState failedOver() {
        return in("FailedOver", BACKUP_SERVERS);
    }

    static PoolState in(String state, List<String> active) {
        return pool(IDENTITY, state, active, COMPUTERS, stores(SQLA, SQLB), "RTC", true);
    }

    static PoolState unknown() {
        return pool(null, null, List.of(), List.of(), Map.of(), "RTC", true);
    }

    static PoolState with(List<String> computers) {
        return pool(IDENTITY, "FailedOver", BACKUP_SERVERS, computers, stores(SQLA, SQLB), "RTC", true);
    }

    static PoolState with(Map<String, String> stores, String instance) {
        return pool(IDENTITY, "FailedOver", BACKUP_SERVERS, COMPUTERS, stores, instance, true);
    }

    static PoolState lagging() {
        return pool(IDENTITY, "FailedOver", BACKUP_SERVERS, COMPUTERS, stores(SQLA, SQLB), "RTC", false);
    }

    static Map<String, String> stores(String primary, String backup) {
        return Map.of("PersistentChatDatabase", primary, "BackupPersistentChatDatabase", backup);
    }

    private static PoolState pool(
            String identity,
            String state,
            List<String> active,
            List<String> computers,
            Map<String, String> stores,
            String instance,
            boolean upToDate) {
        return new PoolState(
                POOL,
                identity,
                "6",
                computers,
                active,
                List.of(),
                state == null ? null : identity,
                state,
                stores,
                Map.of(SQLA, instance, SQLB, instance),
                computers.stream()
                        .map(each -> new Replica(each, upToDate, null))
                        .toList(),
                List.of());
    }
}
