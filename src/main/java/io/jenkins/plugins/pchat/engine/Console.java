package io.jenkins.plugins.pchat.engine;

/** Where an operation says what it does: the log of the build. Implementations are quick, never throw, and can be called from any thread. */
@FunctionalInterface
public interface Console {

    /** A console that nobody reads. */
    Console SILENT = line -> {};

    /** Writes one line, without a line end. */
    void line(String line);

    /** The same console, each line moved to the right. */
    default Console indented() {
        return line -> this.line("  " + line);
    }
}
