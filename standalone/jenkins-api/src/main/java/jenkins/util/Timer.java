package jenkins.util;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The scheduler for small periodic work. */
public class Timer {

    private static final ScheduledExecutorService SERVICE = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "jenkins.util.Timer");
        thread.setDaemon(true);
        return thread;
    });

    private Timer() {}

    public static ScheduledExecutorService get() {
        return SERVICE;
    }
}
