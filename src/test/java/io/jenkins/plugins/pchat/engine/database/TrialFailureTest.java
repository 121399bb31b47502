package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A trial that fails, is cut, or finds the work of one that was: it leaves nothing, or says what it leaves. */
class TrialFailureTest extends TrialTest {

    private static Failure sql(int number, String what) {
        return Failure.sql(Failure.Code.SQL, number, what);
    }

    @Test
    void leavesNothingWhenTheBackupDoesNotVerify() {
        server.session.fail("VERIFYONLY", sql(3189, "damage"));

        runs.fails(operation());

        assertEquals(List.of(VERIFY), server.session.executed());
    }

    @Test
    void dropsWhatARestoreThatFailedHasLeft() {
        server.session.effect("RESTORE DATABASE", (q, console) -> {
            made("RESTORING");
            throw sql(3203, "read failed");
        });

        Failure failure = runs.fails(operation());

        assertEquals(3203, failure.sqlNumber());
        assertEquals(List.of(VERIFY, RESTORE, DROP), server.session.executed());
        assertTrue(failure.stateLeft().contains("mgc_trial does not exist"), failure.getMessage());
        assertTrue(runs.text().contains("mgc_trial is dropped, and its files are deleted."), runs.text());
    }

    @Test
    void dropsWhatAnAbortHasLeft() {
        server.session.effect("RESTORE DATABASE", (q, console) -> {
            made("RESTORING");
            throw new InterruptedException();
        });

        assertThrows(InterruptedException.class, () -> runs.run(operation()));

        assertNull(trial);
        assertTrue(runs.text().contains("mgc_trial does not exist"), runs.text());
    }

    @Test
    void dropsNothingWhenTheRestoreHasMadeNothing() {
        server.session.fail("RESTORE DATABASE", sql(3257, "no room"));

        runs.fails(operation());

        assertEquals(List.of(VERIFY, RESTORE), server.session.executed());
    }

    /** 3154: somebody has made a database of that name since it was looked. */
    @Test
    void leavesADatabaseThatSomebodyHasMadeMeanwhile() {
        server.session.effect("RESTORE DATABASE", (q, console) -> {
            trial = "ONLINE";
            files.add("E:\\Else\\theirs.mdf");
            throw sql(3154, "another database");
        });

        Failure failure = runs.fails(operation());

        assertEquals(List.of(VERIFY, RESTORE), server.session.executed());
        assertTrue(failure.stateLeft().contains("mgc_trial: ONLINE"), failure.getMessage());
        assertFalse(failure.stateLeft().contains("a trial has made it"), failure.getMessage());
    }

    @Test
    void saysWhatDamageWasFoundAndLeavesNothing() {
        server.session.fail("CHECKDB", sql(8939, "Table error."));

        Failure failure = runs.fails(operation());

        assertEquals(List.of(VERIFY, RESTORE, CHECK, DROP), server.session.executed());
        assertEquals(8939, failure.sqlNumber());
        assertTrue(failure.what().contains("Table error. mgc was not touched."), failure.what());
        assertTrue(failure.nextAction().contains("DBCC CHECKDB on SQLB\\RTC"), failure.nextAction());
    }

    @Test
    void saysThatTheCheckLostItsConnectionAsItIs() {
        server.session.fail("CHECKDB", Failure.of(Failure.Code.CONNECTION_LOST, "cut"));

        assertEquals("cut", runs.fails(operation()).what());
        assertNull(trial);
    }

    @Test
    void isNotVerifiedWithOtherRowsThanTheHandOverHad() {
        server.headerWith("BackupDescription", "pchat-failback b-1 " + server.stamp());
        server.session.effect("RESTORE DATABASE", (q, console) -> {
            made("ONLINE");
            server.rows = 99;
        });

        Failure failure = runs.fails(operation());

        assertEquals(Failure.Code.NOT_VERIFIED, failure.code());
        assertTrue(failure.what().contains("has 99 rows; mgc on SQLB\\RTC had 100 when"), failure.what());
        assertNull(trial);
    }

    @Test
    void followsItsOwnRestoreAndBeginsAnew() throws Exception {
        made("RESTORING");
        server.running.add(row("session_id", 60, "command", "RESTORE DATABASE", "percent_complete", 30f));
        server.running.add(row("session_id", 60, "command", "DBCC TABLE CHECK", "percent_complete", 60f));

        runs.run(operation());

        assertEquals(List.of(DROP, VERIFY, RESTORE, CHECK, DROP), server.session.executed());
        assertTrue(runs.text().contains("60 %"), runs.text());
    }

    @Test
    void comesToTheSameEndWhereverItWasCut() throws Exception {
        for (int n = 1; n <= 4; n++) {
            for (boolean done : new boolean[] {false, true}) {
                server.session.failAt(n, done, Failure.of(Failure.Code.CONNECTION_LOST, "cut"));
                if (n < 4 || !done) {
                    runs.fails(operation());
                } else {
                    runs.run(operation());
                }
                assertTrue(runs.run(operation()).changed(), "cut at " + n);
                assertNull(trial);
            }
        }
    }
}
