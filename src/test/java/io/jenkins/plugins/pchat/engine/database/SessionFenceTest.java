package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody is connected any more when the hand-over backup is taken. */
class SessionFenceTest extends SessionsTest {

    @Test
    void waitsUntilTheLastSessionHasGone() throws Exception {
        server.connected.add(ScriptedRows.session(61, "CHATB1"));
        leavesAfter = 4;

        assertTrue(runs.run(limited(15, false)).changed());

        assertEquals(4, pauses);
        assertEquals(List.of(BACKUP, VERIFY), server.session.executed());
        assertEquals(
                1,
                runs.log.stream()
                        .filter(line -> line.contains("Connected to mgc: session 61 of lyncchat from CHATB1"))
                        .count(),
                runs.text());
        assertTrue(runs.text().contains("Nobody is connected to mgc."), runs.text());
    }

    @Test
    void failsAtTheLimitAndNamesWhoIsThere() {
        server.connected.add(ScriptedRows.session(61, "CHATB1"));

        Failure failure = runs.fails(limited(1, false));

        assertEquals(Failure.Code.TIMEOUT, failure.code());
        assertEquals(12, pauses);
        assertTrue(
                failure.what()
                        .contains("After 1 min somebody is still connected to mgc: session 61 of lyncchat from CHATB1"
                                + " (Persistent Chat Server, sleeping)"),
                failure.getMessage());
        assertTrue(failure.getMessage().contains("Stop-CsWindowsService"), failure.getMessage());
        assertTrue(failure.getMessage().contains("mgc: ONLINE"), failure.getMessage());
        assertEquals(List.of(), server.session.executed());
    }

    @Test
    void looksOnceWithoutALimit() {
        server.connected.add(ScriptedRows.session(61, "CHATB1"));

        assertTrue(runs.fails(limited(0, false)).what().contains("Somebody is connected to mgc"));
        assertEquals(0, pauses);
    }

    @Test
    void endsTheSessionsThatAreLeftAtTheLimitAndNamesEach() throws Exception {
        server.connected.add(ScriptedRows.session(61, "CHATB1"));
        server.connected.add(ScriptedRows.session(62, "CHATB2"));
        server.session.effect("^KILL", (sql, console) -> server.connected.remove(0));

        runs.run(limited(1, true));

        assertEquals(13, pauses);
        assertEquals(List.of("KILL 61", "KILL 62", BACKUP, VERIFY), server.session.executed());
        assertTrue(runs.text().contains("Ending session 62 of lyncchat from CHATB2"), runs.text());
    }

    @Test
    void endsThemAtOnceWithoutALimit() throws Exception {
        server.connected.add(ScriptedRows.session(61, "CHATB1"));
        server.session.effect("^KILL", (sql, console) -> server.connected.clear());

        runs.run(limited(0, true));

        assertEquals(1, pauses);
    }

    @Test
    void doesNotMindASessionThatHasGoneMeanwhile() throws Exception {
        server.connected.add(ScriptedRows.session(61, "CHATB1"));
        server.session.effect("^KILL", (sql, console) -> {
            server.connected.clear();
            throw Failure.sql(Failure.Code.SQL, 6106, "Process ID 61 is not an active process ID.");
        });

        assertTrue(runs.run(limited(0, true)).changed());
    }

    @Test
    void saysWhenItMayNotEndASession() {
        server.connected.add(ScriptedRows.session(61, "CHATB1"));
        server.session.fail("^KILL", Failure.sql(Failure.Code.DENIED, 6102, "no permission"));

        assertEquals(6102, runs.fails(limited(0, true)).sqlNumber());
    }

    @Test
    void givesUpOnAProgramThatConnectsAgainAndAgain() {
        server.connected.add(ScriptedRows.session(61, "CHATB1"));

        Failure failure = runs.fails(limited(0, true));

        assertEquals(Failure.Code.TIMEOUT, failure.code());
        assertTrue(failure.what().contains("there are some still or again: session 61"), failure.getMessage());
        assertEquals(List.of("KILL 61"), server.session.executed());
    }

    @Test
    void showsInThePlanWhomItWouldEnd() throws Exception {
        String plan = String.join("\n", runs.dryRun(limited(1, true)).plan());

        assertTrue(plan.contains("wait up to 1 min until nobody is connected to mgc, then end the sessions"), plan);
        assertTrue(plan.contains("KILL <session>"), plan);
        assertTrue(plan.contains("take it again to another file, 2 times at most"), plan);
        assertTrue(plan.contains("DESCRIPTION = N'pchat-failback b-1 <mark>'"), plan);
        assertFalse(String.join("\n", runs.dryRun(operation()).plan()).contains("KILL"));
    }
}
