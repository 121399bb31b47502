package io.jenkins.plugins.pchat.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Result;
import hudson.model.User;
import io.jenkins.plugins.pchat.record.Approval;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.actions.TimingAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.support.steps.input.InputSubmittedAction;
import org.jenkinsci.plugins.workflow.support.steps.input.Rejection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovalsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T22:00:00Z");

    @TempDir
    private Path folder;

    private TestBuild build;

    @BeforeEach
    void startsABuild() throws Exception {
        build = new TestBuild(folder);
    }

    private FlowNode asked(String message) {
        return build.step("input", Map.of("message", message, "ok", "Do step 1"));
    }

    private static ErrorAction stoppedBy(CauseOfInterruption cause) {
        return new ErrorAction(new FlowInterruptedException(Result.ABORTED, cause));
    }

    private List<Approval> found() {
        return Approvals.of(build, List.of(), NOW);
    }

    @Test
    void findsWhoApprovedWhatAndWhenByTheStepThatFollows() {
        build.step("echo", Map.of());
        asked("Do step 1?\nAnd so on.").addAction(new InputSubmittedAction("ada", Map.of()));
        FlowNode next = build.step("echo", Map.of());

        Approval approval = found().get(0);

        assertEquals(1, found().size());
        assertEquals("Do step 1?", approval.question());
        assertEquals("ada", approval.person());
        assertTrue(approval.approved());
        assertEquals(Instant.ofEpochMilli(TimingAction.getStartTime(next)), approval.answered());
    }

    @Test
    void takesTheWordsOnTheButtonWhenTheQuestionWasTooLongToBeKept() {
        build.step("input", Map.of("ok", "Do step 3"));

        assertEquals("Do step 3", found().get(0).question());
    }

    @Test
    void aQuestionWithoutAnAnswerIsOpen() {
        asked("Do step 1?");

        assertNull(found().get(0).answered());
        assertFalse(found().get(0).approved());
    }

    @Test
    void findsWhoDeclinedAndWhoStoppedTheBuildAtAQuestion() {
        asked("first").addAction(stoppedBy(new Rejection(User.getById("ada", false))));
        asked("second").addAction(stoppedBy(new CauseOfInterruption.UserInterruption("bob")));
        asked("third").addAction(new ErrorAction(new IllegalStateException("odd")));

        assertEquals(
                List.of("first", "second", "third"),
                found().stream().map(Approval::question).toList());
        assertEquals("ada", found().get(0).person());
        assertEquals("bob", found().get(1).person());
        assertNull(found().get(2).person());
        found().forEach(each -> assertFalse(each.approved()));
    }

    @Test
    void anAnswerWithNothingBehindItHasTheTimeAtWhichItWasFirstSeen() {
        asked("Do step 1?").addAction(new InputSubmittedAction(null, null));

        List<Approval> first = found();
        assertEquals(NOW, first.get(0).answered());
        assertNull(first.get(0).person());
        assertEquals(first, Approvals.of(build, first, NOW.plusSeconds(60)));
    }

    @Test
    void aGraphThatIsNotThereTakesNothingAway() {
        List<Approval> known = List.of(new Approval("1", "Do step 1?", "ada", true, NOW, NOW));

        assertEquals(known, Approvals.of(build, known, NOW));
    }
}
