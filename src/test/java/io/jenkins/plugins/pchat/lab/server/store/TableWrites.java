package io.jenkins.plugins.pchat.lab.server.store;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many statements have changed each user table since the instance was started or its database was made: what {@code user_updates} of
 * {@code sys.dm_db_index_usage_stats} counts. A statement counts once, however many rows it changes, and also when it is rolled back. The
 * real one counts a statement that finds no row too; this one does not.
 */
public final class TableWrites {

    private static final ThreadLocal<Set<String>> TOUCHED = ThreadLocal.withInitial(HashSet::new);

    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    /** The statement that this thread runs changes a row of a table. */
    static void touched(String schema, String table) {
        TOUCHED.get().add(key(schema, table));
    }

    /** The statement that this thread ran has ended. */
    public void count() {
        TOUCHED.get().forEach(key -> counts.merge(key, 1L, Long::sum));
        TOUCHED.remove();
    }

    /** The count of a table; empty when there was no statement yet: then the view has no row. */
    public OptionalLong of(String schema, String table) {
        Long count = counts.get(key(schema, table));
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }

    /** A database is shut down, replaced or dropped. */
    public void forget(String schema) {
        counts.keySet().removeIf(key -> key.startsWith(key(schema, "")));
    }

    /** The instance is started. */
    public void forgetAll() {
        counts.clear();
    }

    private static String key(String schema, String table) {
        return (schema + "\0" + table).toLowerCase(Locale.ROOT);
    }
}
