package io.jenkins.plugins.pchat.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Result;
import io.jenkins.plugins.pchat.record.OperationEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {

    @TempDir
    private Path folder;

    private long now;

    private static OperationEntry entry(String id) {
        return OperationEntry.begin(id, "pchatBackupDb", "1", "mgmt1", false, Instant.EPOCH);
    }

    @Test
    void whatChangesAllTheTimeIsWrittenOnceASecond() throws Exception {
        RunRecord record = new RunRecord(new TestBuild(folder), () -> now);
        record.change(all -> all.with(entry("first")), false);
        record.change(all -> all.with(entry("second")), false);
        assertEquals(1, Traces.inTheFile(folder).operations().size());

        now += TimeUnit.SECONDS.toNanos(1);
        record.change(all -> all.with(entry("third")), false);
        assertEquals(3, Traces.inTheFile(folder).operations().size());

        record.change(all -> all.with(entry("fourth")), true);
        assertEquals(4, Traces.inTheFile(folder).operations().size());
    }

    @Test
    void aFileThatCannotBeReadIsKeptWhenThereIsSomethingNewToWrite() throws Exception {
        Files.writeString(folder.resolve("pchat-failback.json"), "{\"format\":2}");
        RunRecord record = new RunRecord(new TestBuild(folder));

        assertTrue(record.unreadable().contains("format 2"), record.unreadable());
        assertEquals(0, record.get().operations().size());

        record.change(all -> all.with(entry("first")), true);
        assertNull(record.unreadable());
        assertEquals("{\"format\":2}", Files.readString(folder.resolve("pchat-failback.json.unreadable")));
        assertEquals(1, Traces.inTheFile(folder).operations().size());
    }

    @Test
    void whatABuildLeftRunningHasEndedWithIt() throws Exception {
        TestBuild build = new TestBuild(folder);
        new RunRecord(build).change(all -> all.with(entry("first")), true);

        TestBuild loaded = new TestBuild(folder);
        assertTrue(new RunRecord(loaded).get().operations().get(0).runs());

        loaded.setResult(Result.ABORTED);
        assertEquals(
                OperationEntry.Status.ABORTED,
                new RunRecord(loaded).get().operations().get(0).status());
        assertNotNull(new RunRecord(loaded).get().operations().get(0).message());
    }
}
