package io.jenkins.plugins.pchat.engine.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.engine.check.Reading;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The preflight as a whole: what it shows, what it writes, and when it fails. */
@Timeout(60)
class PreflightTest {

    private static PreflightLab lab;

    @BeforeAll
    static void start() throws Exception {
        lab = new PreflightLab();
    }

    @AfterEach
    void allIsWell() {
        lab.lab.faults().disarm();
        lab.reset();
    }

    @AfterAll
    static void stop() throws Exception {
        lab.close();
    }

    private static int writes() {
        return lab.lab
                .journal()
                .entries(entry -> entry.kind() == Journal.Kind.WRITE && entry.isOfAStep())
                .size();
    }

    private static List<String> ids() {
        return PreflightChecks.all(lab.request(true)).stream()
                .map(check -> check.guard().id())
                .toList();
    }

    private static Failure refused() {
        Failure failure = assertThrows(Failure.class, lab::run);
        assertEquals(Failure.Code.REFUSED, failure.code(), failure.getMessage());
        assertTrue(failure.getMessage().contains("nothing was changed"), failure.getMessage());
        return failure;
    }

    @Test
    void isReadyAfterAFailoverAndSaysSoInATableThatItShowsOnce() throws Exception {
        Outcome outcome = lab.run();
        assertEquals("READY", outcome.state(), lab.log());
        assertFalse(outcome.changed());
        assertEquals(ids().size(), ((List<?>) outcome.details().get("checks")).size());
        assertEquals(0, outcome.details().get("blocking"));
        assertEquals(1, lab.log().split("RESULT CHECK", -1).length - 1, lab.log());
        assertTrue(lab.log().indexOf("5/5 on SQLB\\RTC") < lab.log().indexOf("RESULT CHECK"), lab.log());
    }

    @Test
    void writesNothingButItsProbes() throws Exception {
        int before = lab.lab.journal().entries().size();
        lab.run();
        List<Journal.Entry> journal = lab.lab.journal().entries();
        assertEquals(
                List.of(),
                journal.subList(before, journal.size()).stream()
                        .filter(Journal.Entry::isOfAStep)
                        .map(Journal.Entry::text)
                        .filter(text -> !text.contains("BACKUP DATABASE [model]") && !text.contains("xp_create_subdir"))
                        .toList());
    }

    @Test
    void showsTheProbesInADryRunAndMakesNone() throws Exception {
        int before = writes();
        Outcome outcome = lab.dryRun();
        assertEquals("READY", outcome.state(), lab.log());
        assertEquals(before, writes());
        assertTrue(String.join("\n", outcome.plan()).contains("BACKUP DATABASE [model]"), lab.log());
        assertEquals(1, lab.log().split("RESULT CHECK", -1).length - 1, lab.log());
        assertTrue(lab.log().matches("(?s).*ok +share-writable +\\S+ +not tried.*"), lab.log());
    }

    @Test
    void isReadyWithWarnings() throws Exception {
        lab.pool = Reading.of(Pools.lagging());
        Outcome outcome = lab.run();
        assertEquals("READY WITH WARNINGS", outcome.state());
        assertEquals(1, outcome.details().get("warnings"));
    }

    @Test
    void failsWhenTheShareTakesNothingAndShowsTheTableAllTheSame() {
        lab.lab.faults().arm(Fault.SHARE_FULL);
        Failure failure = refused();
        assertTrue(failure.what().contains("share-writable (" + lab.primary.instance() + ")"), failure.getMessage());
        assertTrue(failure.what().contains("112"), failure.getMessage());
        assertTrue(lab.log().contains("BLOCK  share-exchange"), lab.log());
        assertTrue(lab.log().contains("ok     copy-folder"), lab.log());
    }

    @Test
    void failsWhenTheFolderForTheCopiesCantBeMade() {
        lab.copyDirectory = "Z:\\nothing";
        assertTrue(refused().what().contains("copy-folder (" + lab.backup.instance() + ")"));
    }

    @Test
    void failsWhenOneServerCantReadWhatTheOtherHasWritten() {
        lab.onTheBackup = session -> new OddHeader(session, () -> {
            throw Failure.sql(Failure.Code.SQL, 3201, "Cannot open backup device.");
        });
        assertTrue(refused().what().contains("share-exchange (" + lab.backup.instance() + "): Cannot open"));
    }

    @Test
    void failsWhenOneServerSeesAnOlderProbeThanTheOtherHasWritten() {
        lab.onTheBackup = session -> new OddHeader(
                session, () -> List.of(new SqlRow(Map.of("BackupDescription", "pchat-failback earlier preflight"))));
        assertTrue(refused().what().contains("is seen as an earlier probe"), lab.log());
    }

    @Test
    void makesEveryCheckWhenNothingCanBeReached() {
        lab.pool = Reading.failed(Failure.of(Failure.Code.SHELL, "The shell is broken."));
        lab.primaryAbsent = Failure.of(Failure.Code.CONNECT, "sqla can't be reached.");
        lab.backupAbsent = Failure.of(Failure.Code.CONNECT, "sqlb can't be reached.");
        Failure failure = refused();
        for (String id : ids()) {
            assertTrue(lab.log().contains(" " + id + " "), id);
        }
        assertTrue(failure.getMessage().lines().count() < 12, failure.getMessage());
        assertEquals(1, lab.log().split("sqla can't be reached.", -1).length - 1, "the reason is told once");
    }

    @Test
    void checksTheOtherServerWhenOneCantBeReached() {
        lab.primaryAbsent = Failure.of(Failure.Code.CONNECT, "sqla can't be reached.");
        refused();
        assertTrue(lab.log().contains("ok     database-online"), lab.log());
        assertTrue(lab.log().contains("BLOCK  target-not-mirrored"), lab.log());
    }

    @Test
    void triesNothingWhenThePoolWorksWithItsPrimaryDatabases() {
        lab.pool = Reading.of(Pools.in("Normal", Pools.SERVERS));
        int before = writes();
        Failure failure = refused();
        assertTrue(failure.what().contains("not-failed-back"), failure.getMessage());
        assertTrue(failure.what().contains("there is nothing to fail back"), failure.getMessage());
        assertEquals(before, writes());
    }

    @Test
    void refusesTheSameInstanceTwice() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> {
            lab.primary = lab.backup;
            lab.request(true);
        });
        assertTrue(refusal.getMessage().contains("overwrite its own source"), refusal.getMessage());
    }
}
