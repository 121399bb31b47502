package io.jenkins.plugins.pchat.lab.wire;

/** The parts of a product version that the wire shows. */
record ProductVersion(int major, int minor, int build) {

    /** Reads {@code 12.0.6024.0}. */
    static ProductVersion of(String text) {
        String[] parts = text.split("\\.");
        return new ProductVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
