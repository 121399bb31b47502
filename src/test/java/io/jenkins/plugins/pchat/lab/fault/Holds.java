package io.jenkins.plugins.pchat.lab.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Moments at which the lab stands still until it is let go: a test that wants something to happen in the middle of a backup holds it there, and
 * waits for nothing but that.
 */
public final class Holds {

    private static final int LIMIT_SECONDS = 120;

    private final List<Hold> wanted = new ArrayList<>();

    /**
     * Holds the first moment that comes and has a text in its name. The moments are {@code login of APPLICATION}, {@code begin BATCH},
     * {@code cmdlet NAME} and, in the middle of what takes long, {@code half of BACKUP DATABASE}.
     */
    public Hold at(String moment) {
        Hold hold = new Hold(moment);
        synchronized (wanted) {
            wanted.add(hold);
        }
        return hold;
    }

    /** Called by the lab at each moment; a request that is cancelled meanwhile is held no longer. */
    public void pass(String moment) throws InterruptedException {
        Hold hold = take(moment);
        if (hold != null) {
            hold.reached.countDown();
            hold.released.await();
        }
    }

    private Hold take(String moment) {
        synchronized (wanted) {
            for (Iterator<Hold> each = wanted.iterator(); each.hasNext(); ) {
                Hold hold = each.next();
                if (moment.contains(hold.moment)) {
                    each.remove();
                    return hold;
                }
            }
            return null;
        }
    }

    /** One moment that is held once. */
    public static final class Hold {

        private final String moment;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        private Hold(String moment) {
            this.moment = moment;
        }

        /** Waits until the moment has come. */
        public void awaitReached() throws InterruptedException {
            if (!reached.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The lab never came to '" + moment + "'.");
            }
        }

        /** Lets it go on. */
        public void release() {
            released.countDown();
        }
    }
}
