package io.jenkins.plugins.pchat.engine.sql;

/** Threads for calls of the driver that may block and must not hold the caller, nor the process when it ends. */
final class Threads {

    private Threads() {}

    static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, "pchat: " + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
