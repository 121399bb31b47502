package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.ScriptedSession;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailbackLockTest {

    private static final OperationId ID = new OperationId("failback-7-backup");

    private final List<Integer> pauses = new ArrayList<>();
    private final FailbackLock lock = new FailbackLock(ID, pauses::add);
    private final ScriptedSession session = new ScriptedSession("sqlb\\RTC");

    private static SqlRow holder(String program) {
        return ScriptedSession.row(
                "session_id",
                57,
                "program_name",
                program,
                "host_name",
                "JENKINS2",
                "login_name",
                "DCI\\other",
                "login_time",
                LocalDateTime.of(2026, 11, 26, 1, 23));
    }

    private void answers(int result, SqlRow... holders) {
        session.answer("sp_getapplock", ScriptedSession.row("result", result)).answer("dm_tran_locks", holders);
    }

    @Test
    void isTakenWhenNobodyHasIt() throws Exception {
        answers(0);
        lock.take(session);
    }

    @Test
    void namesWhoHasIt() {
        answers(-1, holder("pchat-failback other#3-restore"));
        Failure failure = assertThrows(Failure.class, () -> lock.take(session));
        assertEquals(Failure.Code.REFUSED, failure.code());
        assertEquals(
                "Another failback works on sqlb\\RTC: session 57 of DCI\\other from JENKINS2 since 2026-11-26T01:23"
                        + " (pchat-failback other#3-restore). Two at once would overwrite each other's databases.",
                failure.what());
    }

    @Test
    void aSessionThatIsJustEndingIsWaitedFor() throws Exception {
        int[] looks = {0};
        session.answer("sp_getapplock", parameters -> List.of(ScriptedSession.row("result", ++looks[0] < 3 ? -1 : 0)))
                .answer("dm_tran_locks", holder("pchat-failback failback-7-mirroring"));
        lock.take(session);
        assertEquals(List.of(1, 1), pauses);
    }

    @Test
    void oneThatStaysIsNotWaitedForLong() {
        answers(-1, holder("pchat-failback other#3-restore"));
        assertThrows(Failure.class, () -> lock.take(session));
        assertEquals(List.of(1, 1, 1, 1), pauses);
    }

    @Test
    void anEarlierSessionOfTheSameOperationIsNoOtherFailback() throws Exception {
        answers(-1, holder(ID.applicationName()));
        lock.take(session);
    }

    @Test
    void whoeverLetsGoBetweenTheTwoLooksIsNotInTheWayAnyMore() throws Exception {
        answers(-1);
        lock.take(session);
    }

    @Test
    void anotherAnswerOfTheProcedureIsAFailure() {
        answers(-999);
        Failure failure = assertThrows(Failure.class, () -> lock.take(session));
        assertTrue(failure.what().contains("sp_getapplock returned -999"), failure.what());
    }

    @Test
    void aDryRunTellsWhoHasIt() throws Exception {
        answers(0, holder("pchat-failback other#3-restore"));
        List<String> lines = new ArrayList<>();
        lock.tell(session, lines::add);
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).contains("from JENKINS2"), lines.get(0));
    }

    @Test
    void anAccountThatMayNotSeeTheLocksIsToldSoByAGuard() throws Exception {
        session.answer("dm_tran_locks", parameters -> {
            throw Failure.sql(Failure.Code.DENIED, 300, "VIEW SERVER STATE permission was denied.");
        });
        lock.tell(session, Console.SILENT);
        session.answer("dm_tran_locks", parameters -> {
            throw Failure.of(Failure.Code.CONNECTION_LOST, "The session was lost.");
        });
        assertThrows(Failure.class, () -> lock.tell(session, Console.SILENT));
    }

    @Test
    void nothingIsExecutedWithoutIt() {
        answers(-1, holder("pchat-failback other#3-restore"));
        LockedSession locked = new LockedSession(session, lock);
        assertThrows(Failure.class, () -> locked.execute("ALTER DATABASE [mgc] SET MULTI_USER", Console.SILENT));
        assertThrows(Failure.class, () -> locked.execute("BACKUP DATABASE [mgc]", 5, Console.SILENT));
        assertEquals(List.of(), session.executed());
    }

    @Test
    void whatIsExecutedIsExecutedWithIt() throws Exception {
        answers(0);
        LockedSession locked = new LockedSession(session, lock);
        locked.execute("ALTER DATABASE [mgc] SET MULTI_USER", Console.SILENT);
        locked.execute("BACKUP DATABASE [mgc]", 5, Console.SILENT);
        assertEquals(List.of("ALTER DATABASE [mgc] SET MULTI_USER", "BACKUP DATABASE [mgc]"), session.executed());
    }
}
