package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import org.junit.jupiter.api.Test;

/** Nothing is written while the hand-over backup is taken, or it is taken again. */
class BackupFenceTest extends SessionsTest {

    @Test
    void takesTheBackupAgainWhenSomethingWasWrittenMeanwhile() throws Exception {
        server.session.effect("^BACKUP DATABASE", (sql, console) -> {
            server.headerWith("ServerName", server.name);
            server.backups.add(0, server.backupRow(between(sql, "DESCRIPTION = N'"), between(sql, "DISK = N'")));
            if (server.backups.size() == 1) {
                server.rows++;
                server.session.answer("xp_fileexist N'[^']*_030405\\.bak'", ScriptedAnswers.exist(true, false));
            }
        });

        String path = runs.run(operation()).path();

        assertTrue(path.endsWith("_030406.bak"), path);
        assertEquals(3, server.session.executed().size());
        assertTrue(server.session.executed().get(2).contains("VERIFYONLY FROM DISK = N'" + path), runs.text());
        assertTrue(server.session.executed().get(1).contains(server.stamp()), runs.text());
        assertTrue(runs.text().contains("was in use: dbo.messages had 100 rows and has 101"), runs.text());
    }

    @Test
    void takesItAgainForAChangedRowAndForASessionThatHasAppeared() {
        server.session.effect("^BACKUP DATABASE", (sql, console) -> {
            server.writes++;
            server.connected.add(ScriptedRows.session(61, "CHATB1"));
            leavesAfter = looks + 1;
        });

        Failure failure = runs.fails(limited(15, false));

        assertEquals(Failure.Code.REFUSED, failure.code());
        assertEquals(3, server.session.executed().size());
        assertTrue(
                failure.what()
                        .contains(
                                "dbo.messages has 100 rows as before, and was changed by 1 write; connected is session 61"
                                        + " of lyncchat from CHATB1"),
                failure.getMessage());
        assertTrue(failure.what().contains("3 times"), failure.getMessage());
    }

    /** The cut came after the backup, and before it could be told whether anybody wrote. */
    @Test
    void takesAnotherWhenSomethingWasWrittenSinceItsOwn() throws Exception {
        server.headerWith();
        server.backups.add(server.backupRow("pchat-failback b-1 " + server.stamp(), "\\\\nas\\pchat\\mine.bak"));
        server.writes++;

        assertEquals(PATH, runs.run(operation()).path());
        assertTrue(
                runs.text().contains("was written to since \\\\nas\\pchat\\mine.bak: 1 write was counted"),
                runs.text());
    }

    @Test
    void failsWhenSomethingIsWrittenWhileTheBackupIsReadBack() {
        server.session.effect("VERIFYONLY", (sql, console) -> server.rows++);

        Failure failure = runs.fails(operation());

        assertEquals(Failure.Code.NOT_VERIFIED, failure.code());
        assertTrue(failure.what().contains("it had 100 rows and has 101"), failure.getMessage());
    }

    private static String between(String sql, String before) {
        int start = sql.indexOf(before) + before.length();
        return sql.substring(start, sql.indexOf('\'', start));
    }
}
