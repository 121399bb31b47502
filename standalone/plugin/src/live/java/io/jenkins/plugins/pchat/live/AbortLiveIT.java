package io.jenkins.plugins.pchat.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.EndState;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody aborts the build in the middle of the restore. */
@Live
class AbortLiveIT {

    /** After that a Pipeline {@code timeout} gives up on a step that does not end. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String SEE = "see console-abort.txt";

    private static Site site;
    private static LiveBuild build;
    private static String result;
    private static Duration took;
    private static boolean stillRan;

    @BeforeAll
    static void abortsTheRestore(LiveJenkins jenkins) throws Exception {
        site = new Site(jenkins, "abort");
        build = site.job().build(site.parameters());
        Statement restore = new Statement(site.lab().servers().primary(), "RESTORE DATABASE");
        result = new Walk(jenkins, build)
                .after("Overwrite mgc", () -> {
                    restore.awaitRunning();
                    site.lab().faults().arm(Fault.SLOW_DISK);
                    Instant begun = Instant.now();
                    build.abort();
                    build.awaitResult(LIMIT.multipliedBy(3));
                    took = Duration.between(begun, Instant.now());
                    stillRan = restore.runs();
                })
                .toTheEnd();
        build.saveConsole("console-abort.txt");
    }

    @AfterAll
    static void stops() throws Exception {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void theBuildEndsWithinAMinute() throws Exception {
        assertEquals("ABORTED", result, SEE);
        assertTrue(took.compareTo(LIMIT) < 0, "it took " + took.toSeconds() + " s");
    }

    @Test
    void theStatementWasCancelledOnTheServer() {
        assertFalse(stillRan);
    }

    @Test
    void theConsoleSaysWhatStateIsLeft() throws Exception {
        String console = build.console();
        assertTrue(
                console.contains("WHERE THINGS STAND: steps finished by this build: 3 of 7; step 4 was begun"),
                console);
        assertTrue(console.contains("mgc on " + site.lab().servers().primaryAddress() + " may be half restored"), SEE);
    }

    @Test
    void noMessageIsLost() throws Exception {
        site.lab().chat().close();
        assertEquals(0, new EndState(site.lab()).lost(false));
    }
}
