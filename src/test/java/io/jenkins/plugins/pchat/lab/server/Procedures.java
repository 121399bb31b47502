package io.jenkins.plugins.pchat.lab.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The procedures that an instance has, by database and name. */
public final class Procedures {

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
        if (found == null && isOfTheServer(name)) {
            found = byName.get(key("master", name));
        }
        return found;
    }

    /** Whether a name is one that the server's own procedures have. */
    static boolean isOfTheServer(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return folded.startsWith("sp_") || folded.startsWith("xp_");
    }

    /** The names of all, in order: {@code msdb.sp_add_job}. */
    public List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }

    private static String key(String database, String name) {
        return (database + "." + name).toLowerCase(Locale.ROOT);
    }
}
