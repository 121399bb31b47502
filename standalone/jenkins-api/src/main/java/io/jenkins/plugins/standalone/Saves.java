package io.jenkins.plugins.standalone;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Which descriptors were saved, by their ids, for tests to read. */
public final class Saves {

    private static final List<String> IDS = new CopyOnWriteArrayList<>();

    private Saves() {}

    public static void add(String id) {
        IDS.add(id);
    }

    public static void clear() {
        IDS.clear();
    }

    public static List<String> ids() {
        return List.copyOf(IDS);
    }
}
