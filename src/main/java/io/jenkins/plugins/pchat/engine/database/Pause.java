package io.jenkins.plugins.pchat.engine.database;

/** Waiting for something on the other side to settle; tests don't wait. */
@FunctionalInterface
public interface Pause {

    Pause REAL = seconds -> Thread.sleep(seconds * 1000L);

    void seconds(int seconds) throws InterruptedException;
}
