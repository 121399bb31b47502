package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final List<String> log = new ArrayList<>();
    private long now;

    private Progress progress(long bytes) {
        return new Progress(log::add, bytes, () -> now);
    }

    private void afterSeconds(long seconds) {
        now = seconds * 1_000_000_000L;
    }

    @Test
    void tellsBytesRateAndTimeLeft() {
        Progress progress = progress(10L << 30);
        afterSeconds(60);
        progress.percent(20);
        afterSeconds(300);
        progress.percent(100);

        assertEquals(
                List.of(" 20 %, 2.0 GB of 10 GB, 34 MB/s, about 4 min 00 s left", "100 %, 10 GB of 10 GB, 34 MB/s"),
                log);
    }

    @Test
    void leavesBytesOutWhenTheyAreUnknown() {
        Progress progress = progress(0);
        afterSeconds(7200);
        progress.percent(50);

        assertEquals(List.of(" 50 %, about 2 h 00 min left"), log);
    }

    @Test
    void tellsNoPercentTwice() {
        Progress progress = progress(0);
        progress.percent(5);
        progress.percent(5);
        progress.percent(4);

        assertEquals(1, log.size());
    }

    @Test
    void tellsOnePercentageASecondAndTheLast() {
        Progress progress = progress(0);
        progress.percent(5);
        progress.percent(10);
        progress.percent(15);
        afterSeconds(1);
        progress.percent(20);
        progress.percent(25);
        progress.percent(100);

        assertEquals(List.of("  5 %", " 20 %, about 4 s left", "100 %"), log);
    }

    @Test
    void tellsWhatIsSeenFromOutsideOnceForEachStep() {
        Progress progress = progress(0);
        progress.seen(0, "RESTORE DATABASE, waits for X");
        progress.seen(1, "RESTORE DATABASE, waits for X");
        afterSeconds(1);
        progress.percent(10);
        progress.seen(11, "RESTORE DATABASE, waits for X");
        progress.seen(15, "RESTORE DATABASE, waits for X");

        assertEquals(
                List.of(
                        "  0 % (RESTORE DATABASE, waits for X)",
                        " 10 %, about 9 s left", " 15 %, about 6 s left (RESTORE DATABASE, waits for X)"),
                log);
    }
}
