package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreDatabaseTest {

    private static final String PATH = "\\\\nas\\pchat\\mgc_failback_20260102_030405.bak";
    private static final String MOVES = ",\n    MOVE N'mgc_data' TO N'E:\\CsData\\mgc.mdf',\n    MOVE N'mgc_log' TO N'E:\\CsData\\mgc.ldf'";
    private static final String VERIFY =
            "RESTORE VERIFYONLY FROM DISK = N'" + PATH + "'\n    WITH FILE = 1, CHECKSUM, STATS = 5" + MOVES;
    private static final String RESTORE = "RESTORE DATABASE [mgc] FROM DISK = N'" + PATH
            + "'\n    WITH FILE = 1, REPLACE, RECOVERY, CHECKSUM, STATS = 5" + MOVES;
    private static final String KICK = "ALTER DATABASE [mgc] SET SINGLE_USER WITH ROLLBACK IMMEDIATE;\n";
    private static final String LET_IN = "ALTER DATABASE [mgc] SET MULTI_USER";
    private static final String OWNER = "ALTER AUTHORIZATION ON DATABASE::[mgc] TO [sa]";
    private static final SqlTarget TARGET = SqlTarget.of("sqla\\RTC");

    private final ScriptedServer server = new ScriptedServer("SQLA\\RTC");
    private final Runs runs = new Runs();
    private int pauses;

    @BeforeEach
    void theBackupIsGood() {
        server.headerWith();
    }

    private RestoreDatabase operation() {
        return operation(null);
    }

    private RestoreDatabase operation(String source) {
        return new RestoreDatabase(
                new RestoreDatabase.Request(TARGET, null, PATH, source, 5),
                server.session,
                new OperationId("r-1"),
                seconds -> pauses++);
    }

    @Test
    void replacesTheDatabaseAndLeavesItReadyToUse() throws Exception {
        Outcome outcome = runs.run(operation("sqlb\\rtc"));

        assertEquals(List.of(VERIFY, KICK + RESTORE, LET_IN, OWNER), server.session.executed());
        assertTrue(outcome.changed());
        assertEquals("ONLINE", outcome.state());
        assertEquals("sa", outcome.details().get("owner"));
        assertEquals(
                Map.of("mgc_data", "E:\\CsData\\mgc.mdf", "mgc_log", "E:\\CsData\\mgc.ldf"), outcome.details().get("files"));
        assertTrue(runs.text().contains("(overwrites data)"), runs.text());
    }

    @Test
    void isDoneWhenThisSetIsRestoredAndOnline() throws Exception {
        runs.run(operation());
        int before = server.session.executed().size();

        Outcome second = runs.run(operation());

        assertFalse(second.changed());
        assertEquals("ONLINE", second.state());
        assertEquals(before, server.session.executed().size());
    }

    @Test
    void isDoneEvenWhenUsersHaveWrittenSince() throws Exception {
        runs.run(operation());
        server.usedBytes = 5L << 30;
        server.lastLogBackup = ScriptedServer.NOW.plusDays(1);

        assertFalse(runs.run(operation()).changed());
    }

    @Test
    void executesNothingOnADryRun() throws Exception {
        Outcome outcome = runs.dryRun(operation());

        assertEquals(List.of(), server.session.executed());
        assertTrue(String.join("\n", outcome.plan()).contains("SET SINGLE_USER WITH ROLLBACK IMMEDIATE"));
        assertEquals("PLANNED", outcome.state());
    }

    @Test
    void kicksNobodyOutOfADatabaseThatIsNotOnline() throws Exception {
        server.state = "RESTORING";

        runs.run(operation());

        assertEquals(List.of(VERIFY, RESTORE, LET_IN, OWNER), server.session.executed());
    }

    @Test
    void restoresAnAbsentDatabaseIntoTheDefaultFolders() throws Exception {
        server.exists = false;

        runs.run(operation());

        String restore = server.session.executed().get(1);
        assertTrue(restore.startsWith("RESTORE DATABASE"), restore);
        assertTrue(restore.contains("MOVE N'mgc_data' TO N'D:\\Data\\mgc.mdf'"), restore);
        assertTrue(restore.contains("MOVE N'mgc_log' TO N'L:\\Log\\mgc.ldf'"), restore);
        assertFalse(runs.text().contains("overwrites data"));
    }

    @Test
    void switchesTheBackgroundStatisticsOffFirst() throws Exception {
        server.asyncStatistics = true;

        runs.run(operation());

        assertTrue(server.session
                .executed()
                .get(1)
                .startsWith("ALTER DATABASE [mgc] SET AUTO_UPDATE_STATISTICS_ASYNC OFF;\n" + KICK));
    }

    @Test
    void setsTheRecoveryModelWhenTheBackupHasAnother() throws Exception {
        server.headerWith("RecoveryModel", "SIMPLE");
        server.session.effect("RESTORE DATABASE", (sql, console) -> {
            server.recoveryModel = "SIMPLE";
            server.restoredFrom(ScriptedServer.GUID, ScriptedServer.NOW);
        });

        runs.run(operation());

        assertTrue(server.session.executed().contains("ALTER DATABASE [mgc] SET RECOVERY FULL"));
    }

    @Test
    void attachesSqlUsersAndReportsTheOthers() throws Exception {
        server.orphans.add(ScriptedServer.orphan("app", "SQL_USER", "app"));
        server.orphans.add(ScriptedServer.orphan("OLD\\group", "WINDOWS_GROUP", null));

        Outcome outcome = runs.run(operation());

        List<String> executed = server.session.executed();
        assertEquals(
                "USE [mgc];\nALTER USER [app] WITH LOGIN = [app];\nUSE [master]", executed.get(executed.size() - 1));
        assertEquals(List.of("OLD\\group"), outcome.details().get("orphanedUsers"));
        assertTrue(runs.text().contains("CREATE LOGIN [OLD\\group] FROM WINDOWS"), runs.text());
    }

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
    @ValueSource(ints = {3101, 5061, 5064, 924})
    void triesAgainWhenSomebodyWasFasterAndNamesThem(int number) throws Exception {
        int[] left = {2};
        server.connected.add(row(
                "session_id", 71, "login_name", "RTC", "host_name", "CHAT1", "program_name", "rtcchat", "status", "sleeping"));
        server.session.effect("RESTORE DATABASE", (sql, console) -> {
            if (left[0]-- > 0) {
                throw Failure.sql(Failure.Code.SQL, number, "in use");
            }
            server.restoredFrom(ScriptedServer.GUID, ScriptedServer.NOW);
        });

        runs.run(operation());

        assertEquals(3, server.session.executed().stream().filter((KICK + RESTORE)::equals).count());
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
        assertEquals(List.of(VERIFY, KICK + RESTORE, KICK + RESTORE, KICK + RESTORE, LET_IN), server.session.executed());
        assertEquals("MULTI_USER", server.userAccess);
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
    void failsWhenMsdbTellsOfAnotherSet() {
        server.session.effect("RESTORE DATABASE", (sql, console) -> server.restoredFrom("other", ScriptedServer.NOW));

        assertEquals(Failure.Code.NOT_VERIFIED, runs.fails(operation()).code());
    }

    @Test
    void comesToTheSameEndWhereverItWasCut() throws Exception {
        for (int n = 1; n <= 4; n++) {
            for (boolean done : new boolean[] {false, true}) {
                server.restores.clear();
                server.owner = "sa";
                server.session.failAt(n, done, Failure.of(Failure.Code.CONNECTION_LOST, "cut"));
                assertEquals(Failure.Code.CONNECTION_LOST, runs.fails(operation()).code());
                int before = server.session.executed().size();
                boolean restored = !server.restores.isEmpty();
                runs.run(operation());
                List<String> second = server.session.executed().subList(before, server.session.executed().size());
                assertEquals(restored, second.stream().noneMatch(s -> s.contains("RESTORE DATABASE")), "cut at " + n);
                assertEquals("ONLINE MULTI_USER", server.state + " " + server.userAccess);
            }
        }
    }
}
