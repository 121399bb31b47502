package io.jenkins.plugins.pchat.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole, end to end: the shipped pipeline, the real steps and driver, the lab. */
@Timeout(300)
class RehearsalTest {

    private static final int MESSAGES = 300;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void passesTwiceAndTheSecondRunChangesNothing() throws Exception {
        Path journal = folder.resolve("journal.txt");
        Options all = Options.of(Options.Approve.ALL, MESSAGES);
        Verdict verdict = rehearse(
                new Options(all.approve(), true, all.faults(), MESSAGES, 0, true, false, false, journal, null));
        assertTrue(
                verdict.line().matches("REHEARSAL PASSED: 7 steps, [0-9]+ messages, 0 lost"),
                verdict.line() + "\n" + text());
        assertEquals(0, verdict.exitCode());
        assertTrue(text().contains(", 0 of them not on the primary"), text());
        String second = text().substring(text().indexOf("The same pipeline once more."));
        assertFalse(second.contains("changed: true"), second);
        // What other tests don't find in the journal is found in it when it happens.
        String ran = Files.readString(journal);
        assertTrue(Pattern.compile(" WRITE .*pchat-failback").matcher(ran).find(), ran);
        assertTrue(ran.contains(" SHELL_WRITE "), ran);
    }

    @Test
    void passesWithTheNameOfAPoolAsItsOnlyParameter() throws Exception {
        Verdict verdict = rehearse(Options.of(Options.Approve.ALL, MESSAGES).namedPool());
        assertTrue(
                verdict.line().matches("REHEARSAL PASSED: 7 steps, [0-9]+ messages, 0 lost"),
                verdict.line() + "\n" + text());
        assertTrue(text().contains("only parameter: {NAMED_POOL=lab}"), text());
        assertTrue(text().contains("The settings are those of lab: pool lyncpc.dci.discovery.com"), text());
    }

    @Test
    void stopsAtTheFirstQuestionAndHasWrittenNothingButTheProbes() throws Exception {
        Path journal = folder.resolve("journal.txt");
        Options none = Options.of(Options.Approve.NONE, MESSAGES);
        Verdict verdict = rehearse(
                new Options(none.approve(), true, none.faults(), MESSAGES, 0, false, false, false, journal, null));
        assertTrue(
                verdict.line()
                        .startsWith(
                                "REHEARSAL STOPPED: stage '1 Clear the active servers', no step was run, mgc is ONLINE, FULL"),
                verdict.line() + "\n" + text());
        assertEquals(1, verdict.exitCode());
        assertEquals(
                0,
                Files.readAllLines(journal).stream()
                        .filter(line -> line.contains(" SHELL_WRITE "))
                        .count());
        assertEquals(
                0,
                Files.readAllLines(journal).stream()
                        .filter(line -> line.contains(" WRITE ") && line.contains("pchat-failback"))
                        .filter(line -> !line.contains("BACKUP DATABASE [model]") && !line.contains("xp_create_subdir"))
                        .count());
        assertTrue(Files.readAllLines(journal).stream()
                .anyMatch(line -> line.contains(" READ ") && line.contains("pchat-failback")));
    }

    @Test
    void stopsWhereAFaultStrikesAndLosesNothing() throws Exception {
        Verdict verdict =
                rehearse(Options.of(Options.Approve.ALL, MESSAGES).with(new FaultAt("share-full", "pchatBackupDb")));
        assertTrue(
                verdict.line()
                        .startsWith(
                                "REHEARSAL STOPPED: stage '3 Back up mgc', last step run: pchatBackupDb, mgc is ONLINE, FULL"),
                verdict.line() + "\n" + text());
        assertTrue(text().contains("112"), "the operating system's error is in the log");
        assertTrue(
                text().contains("-ActiveServers @{Replace='chatb1.dcb.discovery.com','chatb2.dcb.discovery.com'}"),
                text());
    }

    @Test
    void asksThePersonAtTheTerminal() throws Exception {
        Verdict verdict = rehearse(Options.of(Options.Approve.ASK, MESSAGES), "x\np\na\n");
        assertTrue(
                verdict.line()
                        .startsWith(
                                "REHEARSAL STOPPED: stage '2 Remove mirroring', last step run: pchatClearActiveServers"),
                verdict.line() + "\n" + text());
        assertTrue(text().contains("Type p to go on or a to abort, then Enter."));
    }

    private Verdict rehearse(Options options) throws Exception {
        return rehearse(options, "");
    }

    private Verdict rehearse(Options options, String typed) throws Exception {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Rehearsal(options, new ByteArrayInputStream(typed.getBytes(StandardCharsets.US_ASCII)), print).run();
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
