package io.jenkins.plugins.pchat.engine.pool;

import java.time.Duration;

/** Time for a wait: how much has passed, and how to let some pass. */
interface Ticker {

    /** The machine's own time, untouched by changes of the wall clock. */
    Ticker SYSTEM = new Ticker() {
        @Override
        public Duration now() {
            return Duration.ofNanos(System.nanoTime());
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration.toMillis());
        }
    };

    /** Time since some fixed moment. */
    Duration now();

    void sleep(Duration duration) throws InterruptedException;
}
