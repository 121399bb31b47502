package io.jenkins.plugins.pchat.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.AbortException;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.record.OperationEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationRecorderTest {

    @TempDir
    private Path folder;

    private TestBuild build;

    @BeforeEach
    void startsABuild() throws Exception {
        build = new TestBuild(folder);
    }

    private OperationEntry entry() throws Exception {
        return Traces.inTheFile(folder).operation(Traces.BACKUP.value()).orElseThrow();
    }

    @Test
    void whatAnOperationToldIsInTheFile() throws Exception {
        OperationRecorder recorder = Traces.open(build, Traces.BACKUP);
        assertTrue(entry().runs());

        recorder.saw(Traces.running("a", "5 %"));
        assertEquals("5 %", entry().trace().actions().get(0).note());

        recorder.saw(Traces.done("a"));
        recorder.ended(new Outcome(true, "BACKED_UP", "\\\\nas\\x.bak", Map.of("sizeBytes", 7L), List.of("1. plan")));
        assertEquals(OperationEntry.Status.DONE, entry().status());
        assertEquals("\\\\nas\\x.bak", entry().outcome().path());
        assertEquals("Started by user Ada", Traces.inTheFile(folder).startedBy());
    }

    @Test
    void theBuildIsGivenOneActionAndSaved() {
        Traces.open(build, Traces.BACKUP);
        FailbackAction action = build.getAction(FailbackAction.class);
        Traces.open(build, new OperationId("other"));

        assertNotNull(action);
        assertEquals(action, FailbackAction.of(build));
        assertEquals(1, build.saved);
    }

    @Test
    void anOperationThatGoesOnAfterARestartHasAnotherAttempt() throws Exception {
        Traces.open(build, Traces.BACKUP).saw(Traces.running("a", "50 %"));

        TestBuild loaded = new TestBuild(folder);
        OperationRecorder again = Traces.open(loaded, Traces.BACKUP);
        again.saw(Traces.done("b"));

        assertEquals(1, Traces.inTheFile(folder).operations().size());
        assertEquals(2, entry().attempts().size());
        assertTrue(entry().runs());
    }

    @Test
    void anExpectedFailureIsItsMessageAndAnotherHasItsClass() throws Exception {
        Traces.open(build, Traces.BACKUP)
                .failed(Failure.of(Failure.Code.SQL, "It broke.").next("Mend it."));
        assertEquals("[SQL] It broke.\nNext: Mend it.", entry().message());

        Traces.open(build, Traces.BACKUP).failed(new AbortException("no"));
        assertEquals("no", entry().message());

        Traces.open(build, Traces.BACKUP).failed(new IllegalStateException("odd"));
        assertEquals("java.lang.IllegalStateException: odd", entry().message());
        assertEquals(OperationEntry.Status.FAILED, entry().status());
    }

    @Test
    void anAbortSaysWhyIfThatIsKnown() throws Exception {
        Traces.open(build, Traces.BACKUP).aborted("Aborted by ada");
        assertEquals("Aborted by ada", entry().message());

        Traces.open(build, Traces.BACKUP).aborted(null);
        assertEquals(OperationEntry.Status.ABORTED, entry().status());
        assertFalse(entry().message().isBlank());
    }

    @Test
    void parallelBranchesLoseNothingOfEachOther() throws Exception {
        List<Thread> branches = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            OperationId id = new OperationId("branch-" + i);
            branches.add(new Thread(() -> {
                OperationRecorder recorder = Traces.open(build, id);
                for (int percent = 0; percent <= 100; percent++) {
                    recorder.saw(Traces.running("run-" + id, percent + " %"));
                }
                recorder.saw(Traces.done("run-" + id));
                recorder.ended(new Outcome(true, "BACKED_UP", Map.of()));
            }));
        }
        branches.forEach(Thread::start);
        for (Thread branch : branches) {
            branch.join();
        }

        assertEquals(8, Traces.inTheFile(folder).operations().size());
        Traces.inTheFile(folder).operations().forEach(each -> {
            assertEquals(OperationEntry.Status.DONE, each.status());
            assertEquals(900L, each.trace().actions().get(0).ended());
        });
    }

    @Test
    void aFolderThatCannotBeWrittenStopsNothingAndIsToldOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("in the way"), "");
        TestBuild unlucky = new TestBuild(file.resolve("build"));

        OperationRecorder recorder = Traces.open(unlucky, Traces.BACKUP);
        recorder.saw(Traces.running("a", "5 %"));
        recorder.saw(Traces.done("a"));
        recorder.ended(new Outcome(true, "BACKED_UP", Map.of()));

        assertEquals(1, unlucky.log().lines().count(), unlucky.log());
        assertTrue(unlucky.log().startsWith("WARNING: the record of the failback can't be written: "), unlucky.log());
        assertTrue(unlucky.getAction(FailbackAction.class).getSummary().startsWith("1 of 7 steps done"));
    }
}
