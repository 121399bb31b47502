package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How a trial drops its database, and what it says when it can't. */
class TrialDropTest extends TrialTest {

    private static Failure sql(int number, String what) {
        return Failure.sql(Failure.Code.SQL, number, what);
    }

    @Test
    void sparesADatabaseThatHasTakenTheNameOfALeftover() {
        made("RESTORING");
        others.clear();
        server.running.add(row("session_id", 60, "command", "RESTORE DATABASE", "percent_complete", 30f));
        server.session.answer("sys.dm_exec_requests", p -> {
            if (server.running.isEmpty()) {
                files.set(0, "E:\\Else\\theirs.mdf");
                return List.of();
            }
            return List.of(server.running.remove(0));
        });

        Failure failure = runs.fails(operation());

        assertEquals(List.of(), server.session.executed());
        assertTrue(failure.what().contains("is none that a trial has made"), failure.what());
    }

    @Test
    void triesToDropAgainWhileSomebodyIsInItAndNamesThem() throws Exception {
        int[] left = {2};
        server.session.effect("CHECKDB", (q, console) -> server.connected.add(ScriptedRows.session(71, "ADMIN1")));
        server.session.effect("DROP DATABASE", (q, console) -> {
            if (left[0]-- > 0) {
                throw sql(3702, "Cannot drop it.");
            }
            server.connected.clear();
            trial = null;
        });

        runs.run(operation());

        assertEquals(2, pauses);
        assertTrue(
                runs.text().contains("Cannot drop it. Connected now: session 71 of lyncchat from ADMIN1"), runs.text());
    }

    @Test
    void givesUpToDropAfterThreeAttemptsAndSaysHow() {
        server.session.fail("DROP DATABASE", sql(3702, "Cannot drop it."));

        Failure failure = runs.fails(operation());

        assertEquals(List.of(VERIFY, RESTORE, CHECK, DROP, DROP, DROP), server.session.executed());
        assertTrue(failure.what().contains("Connected now: nobody any more."), failure.what());
        assertTrue(failure.nextAction().endsWith("or drop it: " + DROP), failure.nextAction());
        assertTrue(
                failure.stateLeft().contains("a trial has made it, and the next one drops it first"),
                failure.getMessage());
    }

    @Test
    void doesNotTryToDropAgainForAnotherReason() {
        server.session.fail("DROP DATABASE", sql(3709, "It has a snapshot."));

        assertEquals("It has a snapshot.", runs.fails(operation()).what());
        assertEquals(List.of(VERIFY, RESTORE, CHECK, DROP), server.session.executed());
    }

    @Test
    void isThereWhenOnlyTheAnswerOfTheDropWasLost() throws Exception {
        server.session.effect("DROP DATABASE", (q, console) -> {
            trial = null;
            throw Failure.of(Failure.Code.CONNECTION_LOST, "cut");
        });

        assertTrue(runs.run(operation()).changed());
    }

    @Test
    void saysWhatIsLeftWhenCleaningUpFailsToo() {
        server.session.fail("CHECKDB", sql(8939, "Table error."));
        server.session.fail("DROP DATABASE", Failure.of(Failure.Code.CONNECTION_LOST, "cut"));

        Failure failure = runs.fails(operation());

        assertEquals(8939, failure.sqlNumber());
        assertTrue(runs.text().contains("It is not certain that nothing is left of the trial: cut"), runs.text());
        assertTrue(failure.stateLeft().contains("mgc_trial: ONLINE"), failure.getMessage());
    }

    @Test
    void isNotVerifiedWhileFilesAreLeft() {
        others.add(DATA);
        server.session.answer(
                "xp_fileexist N'" + Pattern.quote(DATA),
                p -> List.of(ScriptedAnswers.exist(!restores.isEmpty(), false)));

        Failure failure = runs.fails(operation());

        assertEquals(Failure.Code.NOT_VERIFIED, failure.code());
        assertTrue(failure.what().contains("its files are still there: " + DATA + "."), failure.what());
    }

    @Test
    void isNotVerifiedWhenTheDatabaseIsThereAgain() {
        int[] looks = {0};
        server.session.answer("RESTORE HEADERONLY", p -> {
            trial = looks[0]++ > 0 ? "ONLINE" : null;
            return List.copyOf(server.headers);
        });

        Failure failure = runs.fails(operation());

        assertEquals(Failure.Code.NOT_VERIFIED, failure.code());
        assertTrue(failure.what().contains("is there again after it was dropped"), failure.what());
    }

    @Test
    void dropsNothingWhenTheRestoreThatItFollowedHasLeftNothing() throws Exception {
        server.running.add(row("session_id", 60, "command", "RESTORE DATABASE", "percent_complete", 30f));

        runs.run(operation());

        assertEquals(List.of(VERIFY, RESTORE, CHECK, DROP), server.session.executed());
        assertTrue(runs.text().contains("mgc_trial is not there any more."), runs.text());
    }
}
