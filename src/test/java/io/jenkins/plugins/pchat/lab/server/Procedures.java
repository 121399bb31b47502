package io.jenkins.plugins.pchat.lab.server;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The procedures that an instance has, by database and name. */
final class Procedures {

    private final Map<String, Procedure> byName = new ConcurrentHashMap<>();

    /** @param name {@code msdb.dbo.sp_add_job}; a name without a database is master's */
    void add(String name, Procedure procedure) {
        String[] parts = name.split("\\.");
        String database = parts.length == 3 ? parts[0] : "master";
        byName.put(key(database, parts[parts.length - 1]), procedure);
    }

    /** The procedure, null when there is none: what begins with sp_ or xp_ is looked for in master too. */
    Procedure find(String database, String name) {
        Procedure found = byName.get(key(database, name));
        String folded = name.toLowerCase(Locale.ROOT);
        if (found == null && (folded.startsWith("sp_") || folded.startsWith("xp_"))) {
            found = byName.get(key("master", name));
        }
        return found;
    }

    private static String key(String database, String name) {
        return (database + "." + name).toLowerCase(Locale.ROOT);
    }
}
