package io.jenkins.plugins.pchat.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which fault can strike where, which cells there are, and by what a failure names its cause. */
class MatrixTest {

    private static final Point BACKUP =
            request(Step.BACKUP, "BACKUP DATABASE [mgc] TO DISK = N'\\\\nas\\pchat\\mgc.bak'", true);
    private static final Point LOOK = request(Step.BACKUP, "SELECT @@SPID AS session_id", false);
    private static final Point RESTORE =
            request(Step.RESTORE, "RESTORE DATABASE [mgc] FROM DISK = N'\\\\nas\\pchat\\mgc.bak'", true);
    private static final Point JOB = request(Step.LOG_SHIPPING, "EXEC msdb.dbo.sp_start_job @job_id", true);
    private static final Point SETTER = new Point(
            Step.CLEAR_ACTIVE_SERVERS, Point.Kind.SHELL, "shell", "Set-CsPersistentChatActiveServer", true, 1);
    private static final Point CHECK = request(Step.LOG_SHIPPING, "DBCC CHECKDB (N'mgc') WITH NO_INFOMSGS", false);
    private static final Point LOGIN = new Point(Step.BACKUP, Point.Kind.LOGIN, "SQLB\\RTC", "login", false, 1);

    private static Point request(Step step, String text, boolean changes) {
        return new Point(step, Point.Kind.REQUEST, "SQLB\\RTC", text, changes, 1);
    }

    private static Set<Way> ways(Point point) {
        return Stream.of(Way.values())
                .filter(way -> way.possibleAt(point))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Way.class)));
    }

    @Test
    void whatOnlyReadsIsStruckBeforeItRuns() {
        assertEquals(
                EnumSet.of(Way.CONNECTION_CUT, Way.SERVER_KILLED, Way.AGENT_KILLED, Way.DEADLOCK_VICTIM), ways(LOOK));
    }

    @Test
    void aBackupCanLoseItsAnswerItsAgentItsShareAndItsSoundness() {
        assertEquals(
                EnumSet.of(
                        Way.CONNECTION_CUT,
                        Way.ANSWER_LOST,
                        Way.SERVER_KILLED,
                        Way.SERVER_KILLED_AFTER,
                        Way.AGENT_KILLED,
                        Way.AGENT_KILLED_AFTER,
                        Way.AGENT_REPLACED,
                        Way.AGENT_REPLACED_AFTER,
                        Way.DEADLOCK_VICTIM,
                        Way.SHARE_FULL,
                        Way.SHARE_GONE,
                        Way.BACKUP_DAMAGED),
                ways(BACKUP));
    }

    @Test
    void aRestoreCanFindSomebodyInTheDatabase() {
        assertTrue(ways(RESTORE)
                .containsAll(EnumSet.of(Way.EXCLUSIVE_ACCESS_REFUSED, Way.BACKUP_DAMAGED, Way.SHARE_GONE)));
    }

    @Test
    void aJobNeedsItsServiceAndItsAccountsRights() {
        assertTrue(ways(JOB).containsAll(EnumSet.of(Way.AGENT_STOPPED, Way.AGENT_SHARE_DENIED)));
    }

    @Test
    void aCheckCanFindDamage() {
        assertTrue(ways(CHECK).contains(Way.PAGES_DAMAGED));
    }

    @Test
    void aCmdletIsRefusedItsProcessDiesAndItsChangeDoesNotArrive() {
        assertEquals(
                EnumSet.of(
                        Way.AGENT_KILLED,
                        Way.AGENT_KILLED_AFTER,
                        Way.LATE_WRITER,
                        Way.LATE_SESSION,
                        Way.SHELL_CRASH,
                        Way.SHELL_CRASH_AFTER,
                        Way.RBAC_REFUSED,
                        Way.REPLICATION_STUCK),
                ways(SETTER));
    }

    @Test
    void aStepThatOnlyLooksIsStruckInTheWaysThatItHasToTellOf() {
        Point look = request(Step.VERIFY, LOOK.text(), false);
        assertEquals(EnumSet.of(Way.CONNECTION_CUT), ways(look));
    }

    @Test
    void aLoginIsRefused() {
        assertEquals(EnumSet.of(Way.LOGIN_REFUSED), ways(LOGIN));
    }

    @Test
    void theSampleHasEachWayAndEachStep() {
        List<Point> points = Step.changing().stream()
                .flatMap(step -> Stream.of(BACKUP, RESTORE, JOB, CHECK, SETTER, LOGIN)
                        .map(point -> new Point(step, point.kind(), point.where(), point.text(), point.changes(), 1)))
                .toList();
        List<Cell> sample = Matrix.sample(Matrix.all(points));
        assertEquals(EnumSet.allOf(Way.class), sample.stream().map(Cell::way).collect(Collectors.toSet()));
        assertEquals(
                EnumSet.copyOf(Step.changing()),
                sample.stream().map(cell -> cell.point().step()).collect(Collectors.toSet()));
    }

    @Test
    void aWayWhoseCellsWereAllSkippedIsNoticed() {
        List<CellRun.Result> results = List.of(
                result(new Cell(BACKUP, Way.SHARE_FULL), true),
                result(new Cell(JOB, Way.SHARE_FULL), false),
                result(new Cell(BACKUP, Way.SHARE_GONE), false));
        assertEquals(EnumSet.of(Way.SHARE_GONE), CellTests.neverStruck(results));
    }

    private static CellRun.Result result(Cell cell, boolean struck) {
        return new CellRun.Result(cell, struck, null, List.of(), 0, "");
    }

    @Test
    void aCellIsKnownByTheSameKeyInEachRun() {
        String first = "BACKUP DATABASE [mgc] TO DISK = N'mgc_failback_20260101_000001.bak' 'pchat-failback a#1-x'";
        String later = "BACKUP DATABASE [mgc] TO DISK = N'mgc_failback_20261231_235959.bak' 'pchat-failback b#22-y'";
        assertEquals(Point.settled(first), Point.settled(later));
        assertEquals(new Cell(BACKUP, Way.SHARE_FULL).key(), new Cell(BACKUP, Way.SHARE_FULL).key());
        assertNotEquals(new Cell(BACKUP, Way.SHARE_FULL).key(), new Cell(BACKUP, Way.SHARE_GONE).key());
    }

    @Test
    void aFailureThatSaysSomethingElseDoesNotNameTheCause() {
        Failure refused = Failure.of(Failure.Code.REFUSED, "The database is mirrored.");
        for (Way way : Way.values()) {
            assertEquals(way.silent(), Cause.isNamed(way, refused), way.word());
        }
    }
}
