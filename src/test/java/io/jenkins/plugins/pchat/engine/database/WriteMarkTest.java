package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.OperationId;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WriteMarkTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 123_000_000);

    private static WriteMark mark(LocalDateTime started, long rows, long writes) {
        return new WriteMark(started, Map.of("dbo.a", new WriteMark.Table(rows, writes)));
    }

    private static String moved(WriteMark before, WriteMark after) {
        return WriteStamp.in("pchat-failback x " + before.stamp().text() + " mine")
                .orElseThrow()
                .movedTo(after);
    }

    @Test
    void twoThatAreAlikeProveThatNothingWasWritten() {
        assertEquals(List.of(), mark(START, 10, 5).since(mark(START, 10, 5)));
        assertNull(moved(mark(START, 10, 5), mark(START, 10, 5)));
    }

    @Test
    void tellsRowsAndWritesByTable() {
        assertEquals(List.of("dbo.a had 10 rows and has 11"), mark(START, 11, 6).since(mark(START, 10, 5)));
        assertEquals(
                List.of("dbo.a has 10 rows as before, and was changed by 2 writes"),
                mark(START, 10, 7).since(mark(START, 10, 5)));
        assertEquals(
                List.of("dbo.a was dropped", "dbo.b was created, with 3 rows"),
                new WriteMark(START, Map.of("dbo.b", new WriteMark.Table(3, 0))).since(mark(START, 1, 1)));
    }

    @Test
    void countsAllWritesWhenTheInstanceWasStartedAgain() {
        WriteMark restarted = mark(START.plusHours(1), 10, 1);
        assertEquals(
                List.of("dbo.a has 10 rows as before, and was changed by 1 write"),
                restarted.since(mark(START, 10, 500)));
        assertTrue(moved(mark(START, 10, 500), restarted)
                .contains("1 write was counted since the instance was started again at 2026-01-02T04:04:05.123"));
        assertNull(moved(mark(START, 10, 500), mark(START.plusHours(1), 10, 0)));
    }

    /** The rows of the count vanish with a database that is shut down, though the instance runs on. */
    @Test
    void countsAllWritesWhenTheCountHasBegunAnew() {
        assertEquals("3 writes were counted since", moved(mark(START, 10, 500), mark(START, 10, 3)));
    }

    @Test
    void seesRowsThatHaveGoneToAnotherTable() {
        Map<String, WriteMark.Table> some = Map.of("a", new WriteMark.Table(1, 0), "b", new WriteMark.Table(2, 0));
        Map<String, WriteMark.Table> others = Map.of("a", new WriteMark.Table(2, 0), "b", new WriteMark.Table(1, 0));
        assertEquals(
                "its 3 rows are in other tables now", moved(new WriteMark(START, some), new WriteMark(START, others)));
    }

    @Test
    void namesTheTablesOfWhichACopyHasFewerRows() {
        assertEquals(List.of("dbo.a: 9 instead of 10"), mark(START, 9, 0).fewerThan(mark(START, 10, 0)));
        assertEquals(List.of(), mark(START, 11, 0).fewerThan(mark(START, 10, 0)));
        assertEquals(List.of("dbo.a: 0 instead of 10"), new WriteMark(START, Map.of()).fewerThan(mark(START, 10, 0)));
    }

    @Test
    void isNotFoundInABackupThatWasTakenByHand() {
        assertEquals(Optional.empty(), WriteStamp.in(null));
        assertEquals(Optional.empty(), WriteStamp.in("pchat-failback by hand {see ticket}"));
        assertEquals(Optional.empty(), WriteStamp.in("{zzzzzzzzzzzzzzzzzzzz.1.1.1}"));
    }

    /** BACKUP takes 255 characters. */
    @Test
    void fitsIntoTheDescriptionWithTheLongestIdAndText() {
        String stamp = new WriteStamp(1L << 50, 1L << 40, START.plusYears(200), Integer.MIN_VALUE).text();
        assertTrue(stamp.length() <= WriteStamp.LONGEST, stamp);
        String longest =
                HandOver.description(new OperationId("x".repeat(80)), "s".repeat(WriteStamp.LONGEST), "t".repeat(100));
        assertTrue(longest.length() <= 255, longest.length() + " characters");
    }
}
