package io.jenkins.plugins.pchat.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static Timeline of(FailbackRecord record, long now) {
        return Timeline.of(View.of(record, Records.BERLIN, Records.at(now)));
    }

    private static List<Timeline.Kind> kinds(Timeline timeline, int row) {
        return timeline.rows().get(row).bars().stream().map(Timeline.Bar::kind).toList();
    }

    @Test
    void questionsDryRunsAndStepsHaveRowsOfTheirOwn() {
        FailbackRecord record = Records.begun()
                .with(Records.dryRun(Procedure.CLEAR, 0))
                .with(Records.backup(50))
                .with(Records.yes("Do step 3", 10, 40));

        Timeline timeline = of(record, 61);

        assertEquals(List.of(Timeline.Kind.WAIT, Timeline.Kind.YES), kinds(timeline, 0));
        assertEquals(List.of(Timeline.Kind.LOOK), kinds(timeline, 1));
        assertEquals(List.of(Timeline.Kind.WHOLE, Timeline.Kind.DONE), kinds(timeline, 2));
        assertEquals(Records.at(0), timeline.from());
        assertEquals(Records.at(61), timeline.to());
        timeline.rows().forEach(row -> row.bars().forEach(bar -> {
            assertTrue(bar.from() >= 0 && bar.from() <= bar.to() && bar.to() <= 100, bar.toString());
        }));
    }

    @Test
    void anActionOfTheNewestAttemptRunsAndOneOfAnEarlierWasCut() {
        OperationEntry entry = Records.entry("pchatRestoreDb", 0)
                .saw(Records.trace("a", "Restore", Map.of(), Records.action("X", "RESTORE", 0L, null)), Records.at(1))
                .saw(Records.trace("b", "Restore", Map.of(), Records.action("X", "RESTORE", 0L, null)), Records.at(60));

        Timeline timeline = of(Records.begun().with(entry), 100);

        assertEquals(List.of(Timeline.Kind.WHOLE, Timeline.Kind.FAILED, Timeline.Kind.RUNNING), kinds(timeline, 0));
        assertEquals(100, timeline.rows().get(0).bars().get(2).to(), 0.01);
    }

    @Test
    void aStepThatCameToNoActionIsSeenToo() {
        FailbackRecord record = Records.begun()
                .with(Records.entry("pchatRestoreDb", 0).failed("no", Records.at(1)))
                .with(Records.entry("pchatBackupDb", 2));

        assertEquals(List.of(Timeline.Kind.FAILED), kinds(of(record, 5), 0));
        assertEquals(List.of(Timeline.Kind.WHOLE), kinds(of(record, 5), 1));
    }

    @Test
    void anEndBeforeItsBeginningIsNoWidthBelowZero() {
        OperationEntry entry = Records.entry("pchatRestoreDb", 10).failed("no", Records.at(5));

        Timeline.Bar bar =
                of(Records.begun().with(entry), 20).rows().get(0).bars().get(0);
        assertTrue(bar.to() >= bar.from(), bar.toString());
    }
}
