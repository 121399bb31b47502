package io.jenkins.plugins.pchat.lab.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Application locks: exclusive ones that sessions own, until they release them or end. */
public final class AppLocks {

    /** An owner that locks the same again holds it as often, and must release it as often. */
    private static final class Held {

        private final LabSession owner;
        private int times = 1;

        Held(LabSession owner) {
            this.owner = owner;
        }
    }

    /**
     * A lock that is held.
     *
     * @param times how often its session has asked for it
     */
    public record Lock(LabSession owner, String database, String resource, int times) {}

    private final Map<List<String>, Held> locks = new HashMap<>();

    /** Takes a lock, or says no at once when another session has it. */
    synchronized boolean take(LabSession session, String database, String resource) {
        forgetTheGone();
        Held held = locks.get(key(database, resource));
        if (held == null) {
            locks.put(key(database, resource), new Held(session));
            return true;
        }
        if (held.owner == session) {
            held.times++;
            return true;
        }
        return false;
    }

    /** Gives a lock back; false when the session does not have it. */
    synchronized boolean release(LabSession session, String database, String resource) {
        forgetTheGone();
        Held held = locks.get(key(database, resource));
        if (held == null || held.owner != session) {
            return false;
        }
        held.times--;
        if (held.times == 0) {
            locks.remove(key(database, resource));
        }
        return true;
    }

    /** All that are held. */
    public synchronized List<Lock> all() {
        forgetTheGone();
        List<Lock> all = new ArrayList<>();
        locks.forEach((key, held) -> all.add(new Lock(held.owner, key.get(0), key.get(1), held.times)));
        return all;
    }

    private void forgetTheGone() {
        locks.values().removeIf(held -> held.owner.instance().sessions().find(held.owner.id()) != held.owner);
    }

    private static List<String> key(String database, String resource) {
        return List.of(database.toLowerCase(java.util.Locale.ROOT), resource);
    }
}
