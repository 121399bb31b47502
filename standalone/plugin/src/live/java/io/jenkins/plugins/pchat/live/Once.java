package io.jenkins.plugins.pchat.live;

import java.util.concurrent.Callable;

/** Something expensive that is made when it is first asked for; if that fails, it has failed for all who ask, and is not tried again. */
final class Once implements AutoCloseable {

    private final Callable<? extends AutoCloseable> make;
    private AutoCloseable made;
    private Throwable failure;

    Once(Callable<? extends AutoCloseable> make) {
        this.make = make;
    }

    synchronized Object get() {
        if (made == null && failure == null) {
            try {
                made = make.call();
            } catch (Exception | AssertionError e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw new IllegalStateException("It could not be brought about: " + failure.getMessage(), failure);
        }
        return made;
    }

    @Override
    public synchronized void close() throws Exception {
        if (made != null) {
            made.close();
        }
    }
}
