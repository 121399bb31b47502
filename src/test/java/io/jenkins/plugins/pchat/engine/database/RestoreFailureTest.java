package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A restore that fails, is cut, or finds the work of one that was. */
class RestoreFailureTest extends RestoreTest {

    @Test
    void finishesWhatAnEarlierRunHasRestored() throws Exception {
        server.restoredFrom(ScriptedServer.GUID, ScriptedServer.NOW);
        server.userAccess = "SINGLE_USER";
        server.usedBytes = 5L << 30;

        runs.run(operation());

        assertEquals(List.of(LET_IN), server.session.executed());
    }

    @Test
    void followsItsOwnRestoreAndDoesNotRepeatIt() throws Exception {
        server.state = "RESTORING";
        server.running.add(row("session_id", 60, "command", "RESTORE DATABASE", "percent_complete", 30f));
        server.running.add(row("session_id", 60, "command", "RESTORE DATABASE", "percent_complete", 60f));
        server.session.effect("VERIFYONLY", (sql, console) -> {
            server.state = "ONLINE";
            server.restoredFrom(ScriptedServer.GUID, ScriptedServer.NOW);
        });

        runs.run(operation());

        assertEquals(List.of(VERIFY, LET_IN, OWNER), server.session.executed());
        assertTrue(runs.text().contains("was restored by the earlier attempt"), runs.text());
    }

    @ParameterizedTest
    @ValueSource(ints = {3101, 5061, 5064, 924, 1205, 1222})
    void triesAgainWhenSomebodyWasFasterAndNamesThem(int number) throws Exception {
        int[] left = {2};
        server.connected.add(row(
                "session_id",
                71,
                "login_name",
                "RTC",
                "host_name",
                "CHAT1",
                "program_name",
                "rtcchat",
                "status",
                "sleeping"));
        server.session.effect("RESTORE DATABASE", (sql, console) -> {
            if (left[0]-- > 0) {
                throw Failure.sql(Failure.Code.SQL, number, "in use");
            }
            server.restoredFrom(ScriptedServer.GUID, ScriptedServer.NOW);
        });

        runs.run(operation());

        assertEquals(
                3,
                server.session.executed().stream()
                        .filter((KICK + RESTORE)::equals)
                        .count());
        assertEquals(2, pauses);
        assertTrue(runs.text().contains("session 71 of RTC from CHAT1"), runs.text());
    }

    @Test
    void givesUpAfterThreeAttemptsAndLetsUsersIn() {
        server.session.effect("RESTORE DATABASE", (sql, console) -> {
            server.userAccess = "SINGLE_USER";
            throw Failure.sql(Failure.Code.SQL, 3101, "in use");
        });

        Failure failure = runs.fails(operation());

        assertEquals(3101, failure.sqlNumber());
        assertTrue(failure.what().contains("Connected now: nobody any more"), failure.what());
        assertEquals(
                List.of(VERIFY, KICK + RESTORE, KICK + RESTORE, KICK + RESTORE, LET_IN), server.session.executed());
        assertEquals("MULTI_USER", server.userAccess);
    }

    /** 5061 is of SET SINGLE_USER; the batch went on. */
    @Test
    void restoresNothingTwiceWhenOnlyTheFirstStatementOfTheBatchFailed() throws Exception {
        server.session.effect("RESTORE DATABASE", (sql, console) -> {
            server.restoredFrom(ScriptedServer.GUID, ScriptedServer.NOW);
            throw Failure.sql(Failure.Code.SQL, 5061, "a lock could not be placed");
        });

        assertTrue(runs.run(operation()).changed());

        assertEquals(List.of(VERIFY, KICK + RESTORE, LET_IN, OWNER), server.session.executed());
    }

    @Test
    void doesNotTryAgainOnceTheDatabaseIsRestoring() {
        server.session.effect("RESTORE DATABASE", (sql, console) -> {
            server.state = "RESTORING";
            throw Failure.sql(Failure.Code.SQL, 3101, "in use");
        });

        runs.fails(operation());

        assertEquals(List.of(VERIFY, KICK + RESTORE), server.session.executed());
    }

    @Test
    void letsUsersInAfterAFailureThatLeftTheOldDatabase() {
        server.session.effect("RESTORE DATABASE", (sql, console) -> {
            server.userAccess = "SINGLE_USER";
            throw Failure.sql(Failure.Code.SQL, 3201, "cannot open");
        });

        Failure failure = runs.fails(operation());

        assertEquals(3201, failure.sqlNumber());
        assertEquals(List.of(VERIFY, KICK + RESTORE, LET_IN), server.session.executed());
    }

    @Test
    void letsUsersInAfterAnAbort() {
        server.session.effect("RESTORE DATABASE", (sql, console) -> {
            server.userAccess = "SINGLE_USER";
            throw new InterruptedException();
        });

        assertThrows(InterruptedException.class, () -> runs.run(operation()));
        assertEquals("MULTI_USER", server.userAccess);
    }

    @Test
    void leavesARestoringDatabaseAsItIsAfterAFailure() {
        server.session.effect("RESTORE DATABASE", (sql, console) -> {
            server.state = "RESTORING";
            throw Failure.sql(Failure.Code.SQL, 3203, "read failed");
        });

        Failure failure = runs.fails(operation());

        assertEquals(List.of(VERIFY, KICK + RESTORE), server.session.executed());
        assertTrue(failure.stateLeft().contains("mgc: RESTORING"), failure.getMessage());
    }

    @Test
    void destroysNothingWhenTheBackupDoesNotVerify() {
        server.session.fail("VERIFYONLY", Failure.sql(Failure.Code.SQL, 3189, "damage"));

        runs.fails(operation());

        assertEquals(List.of(VERIFY), server.session.executed());
    }

    @Test
    void leavesTheOwnerWhenHeIsAUserOfTheRestoredDatabase() throws Exception {
        server.session.fail("ALTER AUTHORIZATION", Failure.sql(Failure.Code.SQL, 15110, "is already a user"));

        assertEquals("ONLINE", runs.run(operation()).state());
        assertTrue(runs.text().contains("The owner is left as the restore made it: is already a user"), runs.text());
    }

    @Test
    void comesToTheSameEndWhereverItWasCut() throws Exception {
        for (int n = 1; n <= 4; n++) {
            for (boolean done : new boolean[] {false, true}) {
                server.restores.clear();
                server.owner = "sa";
                server.session.failAt(n, done, Failure.of(Failure.Code.CONNECTION_LOST, "cut"));
                assertEquals(
                        Failure.Code.CONNECTION_LOST, runs.fails(operation()).code());
                int before = server.session.executed().size();
                boolean restored = !server.restores.isEmpty();
                runs.run(operation());
                List<String> second = server.session
                        .executed()
                        .subList(before, server.session.executed().size());
                assertEquals(restored, second.stream().noneMatch(s -> s.contains("RESTORE DATABASE")), "cut at " + n);
                assertEquals("ONLINE MULTI_USER", server.state + " " + server.userAccess);
            }
        }
    }
}
