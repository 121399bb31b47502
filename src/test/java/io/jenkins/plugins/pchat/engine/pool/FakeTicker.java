package io.jenkins.plugins.pchat.engine.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody sleeps. */
final class FakeTicker implements Ticker {

    final List<Duration> pauses = new ArrayList<>();
    private Duration now = Duration.ofDays(3);

    @Override
    public Duration now() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }
}
