package io.jenkins.plugins.pchat.live;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Waits for what another process does, by asking again and again, and not for ever. */
final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private Waiting() {}

    /**
     * Waits until there is something.
     *
     * @param what is waited for, as a sentence
     * @param look gives null as long as it isn't there
     * @param seen what there was instead, for the error
     */
    static <T> T forThe(String what, Duration limit, Callable<T> look, Supplier<String> seen) throws Exception {
        Instant end = Instant.now().plus(limit);
        while (true) {
            T found = look.call();
            if (found != null) {
                return found;
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Waited " + limit.toSeconds() + " s in vain: " + what + ".\n" + seen.get());
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** Waits until something is so. */
    static void until(String what, Duration limit, Callable<Boolean> look, Supplier<String> seen) throws Exception {
        forThe(what, limit, () -> Boolean.TRUE.equals(look.call()) ? true : null, seen);
    }
}
