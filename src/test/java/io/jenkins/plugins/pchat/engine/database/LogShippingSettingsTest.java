package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LogShippingSettingsTest {

    @Test
    void hasManagementStudiosDefaults() {
        LogShippingSettings d = LogShippingSettings.defaults();
        assertEquals(
                new LogShippingSettings.Backup(15, 4320, 60, Compression.DEFAULT, "LSBackup_{database}"), d.backup());
        assertEquals(new LogShippingSettings.Copy(15, 4320, "LSCopy_{primary}_{database}"), d.copy());
        assertEquals(new LogShippingSettings.Restore(15, 45, "LSRestore_{primary}_{database}"), d.restore());
        assertTrue(d.thresholdAlerts());
        assertEquals(5760, d.historyRetention());
        assertEquals(LogShippingSettings.OnExisting.FAIL, d.onExisting());
    }

    @Test
    void refusesIntervalsOutsideAnHour() {
        refuses("backupInterval is 0", () -> new LogShippingSettings.Backup(0, 4320, 60, Compression.DEFAULT, "b"));
        refuses("copyInterval is 60", () -> new LogShippingSettings.Copy(60, 4320, "c"));
        refuses("restoreInterval is 60", () -> new LogShippingSettings.Restore(60, 60, "r"));
    }

    @Test
    void refusesRetentionsUnderThreeDays() {
        refuses(
                "backupRetention is 4319",
                () -> new LogShippingSettings.Backup(15, 4319, 60, Compression.DEFAULT, "b"));
        refuses("copyRetention is 60", () -> new LogShippingSettings.Copy(15, 60, "c"));
    }

    @Test
    void refusesThresholdsThatWouldAlwaysAlert() {
        refuses("backupThreshold is 10", () -> new LogShippingSettings.Backup(15, 4320, 10, Compression.DEFAULT, "b"));
        refuses("14421 would be raised", () -> with(new LogShippingSettings.Restore(15, 44, "r")));
    }

    @Test
    void refusesJobsWithoutANameOrOfOneName() {
        refuses("copyJobName", () -> new LogShippingSettings.Copy(15, 4320, " "));
        refuses("three different names", () -> with(new LogShippingSettings.Restore(15, 45, "LSBackup_{database}")));
    }

    @Test
    void readsOnExisting() {
        assertEquals(LogShippingSettings.OnExisting.FAIL, LogShippingSettings.OnExisting.of(null));
        assertEquals(LogShippingSettings.OnExisting.REPLACE, LogShippingSettings.OnExisting.of("replace"));
        refuses("it can be 'fail' or 'replace'", () -> LogShippingSettings.OnExisting.of("keep"));
    }

    private static LogShippingSettings with(LogShippingSettings.Restore restore) {
        LogShippingSettings d = LogShippingSettings.defaults();
        return new LogShippingSettings(d.backup(), d.copy(), restore, true, 5760, 60, d.onExisting());
    }

    private static void refuses(String text, Runnable construction) {
        String message =
                assertThrows(IllegalArgumentException.class, construction::run).getMessage();
        assertTrue(message.contains(text), message);
    }
}
