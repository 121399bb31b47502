package jenkins.util;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** For what is to be done later, or again and again. */
public class Timer {

    private static final ScheduledExecutorService EXECUTOR = Executors.newScheduledThreadPool(1, task -> {
        Thread thread = new Thread(task, "jenkins.util.Timer");
        thread.setDaemon(true);
        return thread;
    });

    private Timer() {}

    @NonNull
    public static ScheduledExecutorService get() {
        return EXECUTOR;
    }
}
