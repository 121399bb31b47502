package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A backup that finds earlier work. */
class BackupResumeTest extends BackupTest {

    @Test
    void isDoneWhenLogShippingHasTakenOver() throws Exception {
        server.state = "RESTORING";
        server.secondary = true;
        server.backups.add(server.backupRow("pchat-failback other-run", "\\\\nas\\pchat\\earlier.bak"));

        Outcome outcome = runs.run(operation());

        assertFalse(outcome.changed());
        assertEquals("\\\\nas\\pchat\\earlier.bak", outcome.path());
        assertEquals(ScriptedServer.GUID, outcome.details().get("backupSetGuid"));
        assertEquals(List.of(), server.session.executed());
    }

    @Test
    void isDoneWhenTheInitialisationOfLogShippingWasCut() throws Exception {
        server.state = "RESTORING";
        server.backups.add(server.backupRow("pchat-failback other-run", "\\\\nas\\pchat\\earlier.bak"));

        assertFalse(runs.run(operation()).changed());
    }

    @Test
    void isNotDoneWhenTheLogWasBackedUpAfterTheHandOver() {
        server.state = "RESTORING";
        server.lastLogBackup = ScriptedServer.NOW.plusHours(1);
        server.backups.add(server.backupRow("pchat-failback other-run", "\\\\nas\\pchat\\earlier.bak"));

        assertTrue(runs.fails(operation()).what().contains("database-online"));
    }

    @Test
    void isNotDoneByAHandOverAloneWhileTheDatabaseServes() throws Exception {
        server.backups.add(server.backupRow("pchat-failback other-run", "\\\\nas\\pchat\\earlier.bak"));

        assertTrue(runs.run(operation()).changed());
        assertEquals(List.of(BACKUP, VERIFY), server.session.executed());
    }

    @Test
    void onlyVerifiesWhatItHasTakenBefore() throws Exception {
        server.headerWith();
        server.backups.add(server.backupRow("pchat-failback b-1 " + server.stamp(), "\\\\nas\\pchat\\mine.bak"));

        assertEquals("\\\\nas\\pchat\\mine.bak", runs.run(operation()).path());
        assertEquals(List.of(VERIFY.replace(PATH, "\\\\nas\\pchat\\mine.bak")), server.session.executed());
    }

    @Test
    void doesNotTakeAnotherIdForItsOwn() throws Exception {
        server.headerWith();
        server.backups.add(server.backupRow("pchat-failback b-12", "\\\\nas\\pchat\\other.bak"));

        assertEquals(PATH, runs.run(operation()).path());
    }

    @Test
    void takesANewBackupWhenTheFileOfItsOwnIsGone() throws Exception {
        server.backups.add(server.backupRow("pchat-failback b-1 " + server.stamp(), "\\\\nas\\pchat\\gone.bak"));
        server.headerFailure = Failure.sql(Failure.Code.SQL, 3201, "Cannot open backup device");
        server.session.effect("^BACKUP", (sql, console) -> {
            server.headerFailure = null;
            server.headerWith();
            server.backups.add(0, server.backupRow("pchat-failback b-1 " + server.stamp(), PATH));
        });

        assertEquals(PATH, runs.run(operation()).path());
        assertTrue(runs.text().contains("can't be used: Cannot open backup device"), runs.text());
    }

    @Test
    void followsItsOwnBackupThatStillRuns() throws Exception {
        for (float percent : new float[] {40f, 40f, 70f}) {
            server.running.add(row("session_id", 60, "command", "BACKUP DATABASE", "percent_complete", percent));
        }
        server.session.answer("RESTORE HEADERONLY", p -> List.copyOf(server.headers));
        server.session.answer("msdb.dbo.backupset AS s\\s+JOIN", p -> {
            if (!server.running.isEmpty()) {
                return List.of();
            }
            server.headerWith();
            return List.of(server.backupRow("pchat-failback b-1 " + server.stamp(), PATH));
        });

        Outcome outcome = runs.run(operation());

        assertEquals(List.of(VERIFY), server.session.executed());
        assertEquals(PATH, outcome.path());
        assertTrue(runs.text().contains("70 %"), runs.text());
        assertEquals(2, pauses);
    }

    @Test
    void saysWhenTheFollowedBackupLeftNothing() {
        server.running.add(row("session_id", 60, "command", "BACKUP DATABASE", "percent_complete", 40f));

        assertTrue(runs.fails(operation()).what().contains("msdb tells of none"));
        assertEquals(List.of(), server.session.executed());
    }

    @Test
    void comesToTheSameEndWhereverItWasCut() throws Exception {
        for (int n = 1; n <= 2; n++) {
            for (boolean done : new boolean[] {false, true}) {
                server.backups.clear();
                server.session.failAt(n, done, Failure.of(Failure.Code.CONNECTION_LOST, "cut"));
                assertEquals(
                        Failure.Code.CONNECTION_LOST, runs.fails(operation()).code());
                int before = server.session.executed().size();
                Outcome outcome = runs.run(operation());
                List<String> second = server.session
                        .executed()
                        .subList(before, server.session.executed().size());
                assertEquals(n == 1 && !done ? List.of(BACKUP, VERIFY) : List.of(VERIFY), second, "cut at " + n);
                assertEquals(PATH, outcome.path());
            }
        }
    }

    /** Within the second in which it was taken, the next file would have the same name. */
    @Test
    void isNotRefusedForTheFileOfItsOwn() throws Exception {
        server.headerWith();
        server.backups.add(server.backupRow("pchat-failback b-1 " + server.stamp(), PATH));
        server.fileThere = true;

        assertEquals(PATH, runs.run(operation()).path());
    }
}
