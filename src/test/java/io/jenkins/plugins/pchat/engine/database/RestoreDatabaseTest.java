package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestoreDatabaseTest extends RestoreTest {

    @Test
    void replacesTheDatabaseAndLeavesItReadyToUse() throws Exception {
        Outcome outcome = runs.run(operation("sqlb\\rtc"));

        assertEquals(List.of(VERIFY, KICK + RESTORE, LET_IN, OWNER), server.session.executed());
        assertTrue(outcome.changed());
        assertEquals("ONLINE", outcome.state());
        assertEquals("sa", outcome.details().get("owner"));
        assertEquals(
                Map.of("mgc_data", "E:\\CsData\\mgc.mdf", "mgc_log", "E:\\CsData\\mgc.ldf"),
                outcome.details().get("files"));
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
    void isNotDoneWhenTheDatabaseWasMadeAnewSince() throws Exception {
        runs.run(operation());
        server.family = "22222222-AAAA-BBBB-CCCC-000000000002";

        assertTrue(runs.run(operation()).changed());

        assertEquals(
                2,
                server.session.executed().stream()
                        .filter(s -> s.contains("RESTORE DATABASE"))
                        .count());
    }

    @Test
    void isDoneWhereTheServerCantTellTheFamily() throws Exception {
        runs.run(operation());
        server.session.answer("sys.database_recovery_status", p -> {
            throw Failure.sql(Failure.Code.SQL, 208, "Invalid object name");
        });

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
        server.orphans.add(ScriptedRows.orphan("app", "SQL_USER", "app"));
        server.orphans.add(ScriptedRows.orphan("OLD\\group", "WINDOWS_GROUP", null));

        Outcome outcome = runs.run(operation());

        List<String> executed = server.session.executed();
        assertEquals(
                "USE [mgc];\nALTER USER [app] WITH LOGIN = [app];\nUSE [master]", executed.get(executed.size() - 1));
        assertEquals(List.of("OLD\\group"), outcome.details().get("orphanedUsers"));
        assertTrue(runs.text().contains("CREATE LOGIN [OLD\\group] FROM WINDOWS"), runs.text());
    }

    /** 2008 R2 before its first service pack. */
    @Test
    void restoresWhereTheServerCantTellItsFreeRoom() throws Exception {
        server.session.answer("dm_os_volume_stats", p -> {
            throw Failure.sql(Failure.Code.SQL, 208, "Invalid object name");
        });

        assertTrue(runs.run(operation()).changed());
    }
}
