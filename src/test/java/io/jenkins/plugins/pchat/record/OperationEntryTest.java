package io.jenkins.plugins.pchat.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Trace;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationEntryTest {

    private static Trace trace(String run, String title) {
        return Records.trace(run, title, Map.of());
    }

    @Test
    void aKnownRunReplacesItsTraceAndANewOneIsAnotherAttempt() {
        OperationEntry entry = Records.entry("pchatBackupDb", 0)
                .saw(trace("a", "looking"), Records.at(1))
                .saw(trace("a", "working"), Records.at(5))
                .saw(trace("b", "looking again"), Records.at(9));

        assertEquals(2, entry.attempts().size());
        assertEquals("working", entry.attempts().get(0).trace().title());
        assertEquals(Records.at(1), entry.attempts().get(0).begun());
        assertEquals(Records.at(5), entry.attempts().get(0).seen());
        assertEquals("looking again", entry.title());
    }

    @Test
    void aMachineThatFailsInALoopFillsNothing() {
        OperationEntry entry = Records.entry("pchatBackupDb", 0);
        for (int i = 0; i < 1000; i++) {
            entry = entry.saw(trace("run " + i, "attempt " + i), Records.at(i));
        }

        assertEquals(20, entry.attempts().size());
        assertEquals("attempt 0", entry.attempts().get(0).trace().title());
        assertEquals("attempt 999", entry.title());
    }

    @Test
    void aBuildThatEndsClosesWhatNeverToldItsEnd() {
        FailbackRecord record = Records.begun()
                .with(Records.clear(1))
                .with(Records.entry("pchatBackupDb", 5))
                .closed("ABORTED", Records.at(60), "The build ended.");

        assertEquals(OperationEntry.Status.DONE, record.operations().get(0).status());
        assertEquals(OperationEntry.Status.ABORTED, record.operations().get(1).status());
        assertEquals("The build ended.", record.operations().get(1).message());
        assertFalse(record.operations().get(1).runs());
    }

    @Test
    void aRecordThatIsFullKeepsWhatWasFirst() {
        FailbackRecord record = Records.begun();
        for (int i = 0; i < Bounds.COUNT + 5; i++) {
            record = record.with(Records.entry("pchatBackupDb", i));
        }

        assertEquals(Bounds.COUNT, record.operations().size());
        assertTrue(record.operation("pchatBackupDb-0").isPresent());
        assertEquals(record, RecordJson.read(RecordJson.write(record)));
    }
}
