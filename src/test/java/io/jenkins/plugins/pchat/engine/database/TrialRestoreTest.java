package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialRestoreTest extends TrialTest {

    @Test
    void restoresBesideTheDatabaseChecksCountsAndDrops() throws Exception {
        Outcome outcome = runs.run(operation("SQLB\\RTC", CheckDb.PHYSICAL));

        assertEquals(List.of(VERIFY, RESTORE, CHECK, DROP), server.session.executed());
        assertTrue(outcome.changed());
        assertEquals("TRIAL", outcome.state());
        assertEquals(PATH, outcome.path());
        Map<String, Object> details = outcome.details();
        assertEquals("SQLB\\RTC", details.get("source"));
        assertEquals(Map.of("mgc_data", DATA, "mgc_log", LOG), details.get("files"));
        assertEquals(100L, details.get("rows"));
        assertEquals(1L << 30, details.get("bytes"));
        assertTrue((Long) details.get("bytesPerSecond") > 0, details.toString());
        for (String measured : List.of("verifySeconds", "restoreSeconds", "checkSeconds")) {
            assertEquals(0L, details.get(measured), measured);
        }
        assertFalse(runs.text().contains("overwrites data"), runs.text());
        assertTrue(runs.text().contains("mgc_trial does not exist"), runs.text());
    }

    @Test
    void saysThatTheDatabaseItselfIsNotTouched() throws Exception {
        runs.run(operation());

        assertTrue(runs.text().contains("; a trial does not touch it"), runs.text());
        assertTrue(runs.text().contains("100 rows."), runs.text());
    }

    @Test
    void runsEachTime() throws Exception {
        runs.run(operation());

        assertTrue(runs.run(operation()).changed());
        assertEquals(
                2, server.session.executed().stream().filter(RESTORE::equals).count());
    }

    @Test
    void executesNothingOnADryRunAndTellsWhereTheFilesWouldGo() throws Exception {
        Outcome outcome = runs.dryRun(operation());

        assertEquals(List.of(), server.session.executed());
        assertEquals("PLANNED", outcome.state());
        assertEquals(Map.of("mgc_data", DATA, "mgc_log", LOG), outcome.details().get("files"));
        assertFalse(outcome.details().containsKey("restoreSeconds"));
        assertTrue(String.join("\n", outcome.plan())
                .contains(RESTORE.lines().findFirst().orElseThrow()));
    }

    @Test
    void checksAllOfItWhenAsked() throws Exception {
        runs.run(operation(null, CheckDb.FULL));

        assertEquals(
                "DBCC CHECKDB (N'mgc_trial') WITH NO_INFOMSGS",
                server.session.executed().get(2));
    }

    @Test
    void checksNothingWhenAsked() throws Exception {
        Outcome outcome = runs.run(operation(null, CheckDb.NONE));

        assertEquals(List.of(VERIFY, RESTORE, DROP), server.session.executed());
        assertFalse(outcome.details().containsKey("checkSeconds"));
    }

    @Test
    void putsTheFilesIntoTheDefaultFoldersWhereThereIsNoDatabase() throws Exception {
        server.exists = false;

        Outcome outcome = runs.run(operation());

        assertEquals(
                Map.of("mgc_data", "D:\\Data\\pchat-trial-mgc-1.mdf", "mgc_log", "L:\\Log\\pchat-trial-mgc-2.ldf"),
                outcome.details().get("files"));
    }

    @Test
    void comparesTheRowsWithTheMarkOfAHandOver() throws Exception {
        server.headerWith("BackupDescription", "pchat-failback b-1 " + server.stamp());

        runs.run(operation());

        assertTrue(runs.text().contains("100 rows, as many as when the backup was taken."), runs.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESTORING", "RECOVERY_PENDING", "SUSPECT", "ONLINE"})
    void dropsWhatAnEarlierTrialHasLeftFirst(String state) throws Exception {
        made(state);

        runs.run(operation());

        assertEquals(List.of(DROP, VERIFY, RESTORE, CHECK, DROP), server.session.executed());
        assertTrue(runs.text().contains("a trial has made it, and the next one drops it first"), runs.text());
        assertTrue(runs.text().contains("drop what an earlier trial has left (overwrites data)"), runs.text());
    }

    @Test
    void needsNoRoomForWhatIsDroppedFirst() throws Exception {
        made("RESTORING");
        server.available = (3L << 30) + (3L << 30) / 10 - (16L << 20);

        assertTrue(runs.run(operation()).changed());
    }

    @Test
    void takesAnyDatabaseWhoseTrialHasAName() {
        String longest = "m".repeat(122);
        assertEquals(longest, request(longest).database());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> request(longest + "m"))
                .getMessage()
                .contains("123 characters"));
    }

    private static TrialRestore.Request request(String database) {
        return new TrialRestore.Request(SqlTarget.of("sqla"), database, PATH, null, 5, null);
    }
}
