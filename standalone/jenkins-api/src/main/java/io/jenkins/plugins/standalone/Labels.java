package io.jenkins.plugins.standalone;

import java.util.List;

/** The labels of the agents there are, for tests to set. */
public final class Labels {

    private static volatile List<String> all = List.of();

    private Labels() {}

    public static void set(String... labels) {
        all = List.of(labels);
    }

    public static List<String> all() {
        return all;
    }
}
