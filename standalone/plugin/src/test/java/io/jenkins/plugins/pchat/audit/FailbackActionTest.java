package io.jenkins.plugins.pchat.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.record.OperationEntry;
import io.jenkins.plugins.standalone.Permissions;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.access.AccessDeniedException;

class FailbackActionTest {

    @TempDir
    private Path folder;

    private TestBuild build;
    private OperationRecorder recorder;
    private FailbackAction action;

    @BeforeEach
    void recordsAnOperation() throws Exception {
        build = new TestBuild(folder);
        recorder = Traces.open(build, Traces.BACKUP);
        recorder.saw(Traces.running("a", "5 %"));
        action = build.getAction(FailbackAction.class);
    }

    @AfterEach
    void grantsAll() {
        Permissions.grantAll();
    }

    @Test
    void whoMayReadTheBuildSeesItsRecord() {
        assertNotNull(action.getIconFileName());
        assertEquals(action, action.getTarget());
        assertEquals("0 of 7 steps done; step 3 (Back up the database) running", action.getSummary());
        assertTrue(action.getBody().contains("BACKUP"));
        assertTrue(action.getTicket().contains("SQLB\\RTC"));
        assertTrue(action.getJson().contains("pchatBackupDb"));
        assertNull(action.getUnreadable());
    }

    @Test
    void whoMayNotReadTheBuildSeesNothing() {
        Permissions.grant(permission -> permission != Item.READ);

        assertNull(action.getIconFileName());
        assertFalse(action.isReadable());
        assertThrows(AccessDeniedException.class, action::getTarget);
        assertThrows(AccessDeniedException.class, action::getSummary);
        assertThrows(AccessDeniedException.class, action::getBody);
        assertThrows(AccessDeniedException.class, action::getTicket);
        assertThrows(AccessDeniedException.class, action::getJson);
        assertThrows(AccessDeniedException.class, action::getUnreadable);
    }

    @Test
    void whileTheBuildWaitsThePageSaysForWhat() {
        build.step("input", Map.of("message", "Do step 4?"));

        assertTrue(action.getBody().contains("Do step 4?"));
        assertTrue(action.getSummary().endsWith("waiting for an answer"));
    }

    @Test
    void nothingOfItIsSavedWithTheBuild() {
        for (Field field : FailbackAction.class.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            assertTrue(Modifier.isStatic(modifiers) || Modifier.isTransient(modifiers), field.getName());
        }
    }

    @Test
    void anActionThatWasLoadedFindsItsRecord() throws Exception {
        recorder.ended(new Outcome(true, "BACKED_UP", Map.of()));
        FailbackAction loaded = new FailbackAction();
        loaded.onLoad(new TestBuild(folder));

        assertEquals("1 of 7 steps done", loaded.getSummary());
    }

    @Test
    void theEndOfTheBuildClosesTheRecordAndArchivesIt() throws Exception {
        build.setResult(Result.ABORTED);
        new BuildEnd().onCompleted(build, build.listener());

        OperationEntry entry =
                Traces.inTheFile(folder.resolve("archive")).operations().get(0);
        assertEquals(OperationEntry.Status.ABORTED, entry.status());
        assertEquals("ABORTED", Traces.inTheFile(folder).result());
        assertTrue(
                Files.readString(folder.resolve("archive/pchat-failback.txt")).contains("0 of 7 steps done"));
        assertEquals("", build.log());
    }

    @Test
    void aBuildWithoutAnOperationHasNoRecord(@TempDir Path other) throws Exception {
        TestBuild plain = new TestBuild(other);
        plain.setResult(Result.SUCCESS);
        new BuildEnd().onCompleted(plain, plain.listener());

        assertNull(plain.getAction(FailbackAction.class));
        try (var files = Files.list(other)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void anArchiveThatTakesNothingIsTold() throws Exception {
        Files.writeString(folder.resolve("archive"), "a file is in the way");
        build.setResult(Result.SUCCESS);
        new BuildEnd().onCompleted(build, build.listener());

        assertTrue(build.log().startsWith("The record of the failback could not be archived"), build.log());
    }
}
