package io.jenkins.plugins.pchat.engine;

/** Sees what an operation has come to, each time that changes. Implementations are quick, never throw, and can be called from any thread. */
@FunctionalInterface
public interface Watch {

    /** A watch that nobody keeps. */
    Watch NOBODY = trace -> {};

    void saw(Trace trace);
}
