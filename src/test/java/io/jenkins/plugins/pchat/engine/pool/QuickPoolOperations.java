package io.jenkins.plugins.pchat.engine.pool;

import io.jenkins.plugins.pchat.engine.Operation;
import io.jenkins.plugins.pchat.engine.shell.Shell;
import io.jenkins.plugins.pchat.engine.shell.ShellRequest;
import java.time.Duration;

/** Operations on a pool in a time that runs fast: what is waited for is waited for, and a limit of minutes is over in seconds. */
public final class QuickPoolOperations {

    private static final int TIMES = 50;

    private static final Ticker QUICK = new Ticker() {
        @Override
        public Duration now() {
            return Duration.ofNanos(System.nanoTime()).multipliedBy(TIMES);
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration.toMillis() / TIMES);
        }
    };

    private QuickPoolOperations() {}

    /** The operation of a request. */
    public static Operation<?> of(ShellRequest request, Shell shell) {
        if (request instanceof ClearActiveServers.Request clear) {
            return new ClearActiveServers(clear, shell, QUICK);
        }
        if (request instanceof SetActiveServers.Request active) {
            return new SetActiveServers(active, shell, QUICK);
        }
        if (request instanceof SetPoolState.Request state) {
            return new SetPoolState(state, shell, QUICK);
        }
        return request.on(shell);
    }
}
