package io.jenkins.plugins.pchat.lab.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds the instance or session that a function called from a query belongs to: the table engine can call static
 * methods only, with plain values.
 */
public final class Contexts {

    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final Map<Integer, LabInstance> INSTANCES = new ConcurrentHashMap<>();
    private static final Map<Integer, LabSession> SESSIONS = new ConcurrentHashMap<>();

    private Contexts() {}

    static int register(LabInstance instance) {
        int handle = NEXT.getAndIncrement();
        INSTANCES.put(handle, instance);
        return handle;
    }

    static int register(LabSession session) {
        int handle = NEXT.getAndIncrement();
        SESSIONS.put(handle, session);
        return handle;
    }

    static void forget(int handle) {
        INSTANCES.remove(handle);
        SESSIONS.remove(handle);
    }

    /** The instance with a handle. */
    public static LabInstance instance(int handle) {
        return known(INSTANCES.get(handle), handle);
    }

    /** The session with a handle. */
    public static LabSession session(int handle) {
        return known(SESSIONS.get(handle), handle);
    }

    private static <T> T known(T found, int handle) {
        if (found == null) {
            throw new IllegalStateException("Nothing of the lab has the handle " + handle + " any more.");
        }
        return found;
    }
}
