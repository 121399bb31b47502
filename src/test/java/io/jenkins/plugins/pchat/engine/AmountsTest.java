package io.jenkins.plugins.pchat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void writesSizesAsPeopleDo() {
        assertEquals("512 bytes", Amounts.size(512));
        assertEquals("1.5 KB", Amounts.size(1536));
        assertEquals("2.0 TB", Amounts.size(2L << 40));
    }

    @Test
    void writesDurationsAsPeopleDo() {
        assertEquals("0.0 s", Amounts.duration(Duration.ZERO));
        assertEquals("9.9 s", Amounts.duration(Duration.ofMillis(9_949)));
        assertEquals("10 s", Amounts.duration(Duration.ofMillis(9_950)));
        assertEquals("1 min 00 s", Amounts.duration(Duration.ofMillis(59_600)));
        assertEquals("2 h 07 min", Amounts.duration(Duration.ofMinutes(127)));
    }

    @Test
    void tellsNoRateOfWhatWasTooShortToMeasure() {
        assertEquals("10 MB/s", Amounts.rate(20 << 20, Duration.ofSeconds(2)));
        assertNull(Amounts.rate(20 << 20, Duration.ofMillis(3)));
    }
}
