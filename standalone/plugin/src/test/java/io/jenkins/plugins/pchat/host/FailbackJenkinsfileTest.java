package io.jenkins.plugins.pchat.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.AbortException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped pipeline with steps that only remember how they were called. */
class FailbackJenkinsfileTest {

    private static final List<String> STEPS = List.of(
            "pchatClearActiveServers",
            "pchatRemoveMirroring",
            "pchatBackupDb",
            "pchatRestoreDb",
            "pchatConfigureLogShipping",
            "pchatSetActive",
            "pchatSetPoolState");

    private final List<String> done = new ArrayList<>();
    private final List<Approver.Question> questions = new ArrayList<>();
    private final Map<String, Map<String, Object>> arguments = new HashMap<>();
    private final BuildLog log = new BuildLog(new PrintStream(new ByteArrayOutputStream()));
    private boolean nothingToDo;
    private boolean primaryMirrored;
    private String primaryName = "SQLA\\RTC";
    private String fails = "";
    private int approvals = Integer.MAX_VALUE;

    @Test
    void asksBeforeEachStepAndSeparatelyBeforeDataIsLost() {
        BuildResult result = run(Map.of());
        assertTrue(result.succeeded(), log.text());
        assertEquals(STEPS, done);
        assertEquals(
                List.of("Do step 1", "Do step 2", "Do step 3", "Do step 4", "Overwrite mgc on sqla.dci.discovery.com\\RTC", "Do step 5",
                        "Overwrite mgc on sqlb.dcb.discovery.com\\RTC", "Do step 6"),
                questions.stream().map(Approver.Question::ok).toList());
    }

    @Test
    void showsThePlanOfTheStepInItsQuestion() {
        run(Map.of());
        assertTrue(questions.get(2).message().contains("1. plan of pchatBackupDb"), questions.get(2).message());
        assertFalse(questions.get(2).message().contains("ALTER"), "statements are in the log, not in the question");
        assertTrue(questions.get(7).message().contains("plan of pchatSetActive"));
        assertTrue(questions.get(7).message().contains("plan of pchatSetPoolState"));
    }

    @Test
    void saysWhatIsLostAtThePointsOfNoReturn() {
        run(Map.of("PRIMARY", "sqla", "BACKUP", "sqlb"));
        assertTrue(questions.get(4).message().contains("mgc on sqla holds now WILL BE LOST"), questions.get(4).message());
        assertTrue(questions.get(6).message().contains("mgc on sqlb, which served the users until now, WILL BE LOST"));
    }

    @Test
    void doesNotAskWhereNothingIsToDoButCallsTheStep() {
        nothingToDo = true;
        BuildResult result = run(Map.of());
        assertTrue(result.succeeded(), log.text());
        assertEquals(STEPS, done);
        assertEquals(List.of(), questions);
    }

    @Test
    void handsTheBackupOverToRestoreAndLogShipping() {
        run(Map.of());
        assertEquals("\\\\nas\\pchat\\mgc.bak", arguments.get("pchatRestoreDb").get("backup"));
        assertEquals("SQLB\\RTC", arguments.get("pchatRestoreDb").get("source"));
        assertEquals("\\\\nas\\pchat\\mgc.bak", arguments.get("pchatConfigureLogShipping").get("handover"));
    }

    @Test
    void setsTheServersGivenOnePerLine() {
        run(Map.of("ACTIVE_SERVERS", "a.example.com\r\n\n b.example.com \n"));
        assertEquals(List.of("a.example.com", "b.example.com"), arguments.get("pchatSetActive").get("servers"));
    }

    @Test
    void changesNothingWhenTheFirstQuestionIsDeclined() {
        approvals = 0;
        BuildResult result = run(Map.of());
        assertEquals(BuildResult.Word.ABORTED, result.word());
        assertEquals("1 Clear the active servers", result.stage());
        assertEquals(List.of(), done);
        assertTrue(log.text().contains("This build has changed nothing."), log.text());
    }

    @Test
    void refusesTheSameInstanceTwiceBeforeAnyStep() {
        BuildResult result = run(Map.of("PRIMARY", "SQLA\\RTC", "BACKUP", "sqla\\rtc"));
        assertEquals(BuildResult.Word.FAILURE, result.word());
        assertTrue(arguments.isEmpty());
        assertTrue(result.reason().contains("PRIMARY and BACKUP are both"), result.reason());
    }

    @Test
    void refusesTheSameServerUnderTwoNames() {
        primaryName = "SQLB\\RTC";
        BuildResult result = run(Map.of());
        assertTrue(result.reason().contains("are the same server, SQLB\\RTC."), result.reason());
        assertEquals(List.of(), done);
        assertEquals(List.of(), questions);
    }

    @Test
    void refusesAPrimaryThatIsMirrored() {
        primaryMirrored = true;
        BuildResult result = run(Map.of());
        assertTrue(result.reason().contains("is mirrored, so it can't be restored over (SQL Server error 3104)"), result.reason());
        assertEquals(List.of(), done);
    }

    @Test
    void refusesAShareThatIsNoUncPath() {
        BuildResult result = run(Map.of("SHARE", "D:\\Backups"));
        assertTrue(result.reason().contains("which is no UNC path such as \\\\server\\share."), result.reason());
        assertTrue(arguments.isEmpty());
    }

    @Test
    void saysHowToGoBackWhileThatHelps() {
        fails = "pchatRestoreDb";
        BuildResult result = run(Map.of("BACKUP", "sqlb", "PRIMARY", "sqla"));
        assertEquals("ERROR: pchatRestoreDb failed", result.reason());
        assertTrue(log.text().contains("step 4 was begun and did not come to its end"), log.text());
        assertTrue(log.text().contains("mgc on sqla may be half restored"), log.text());
        assertTrue(log.text().contains("-ActiveServers @{Replace='chatb1','chatb2'}"), log.text());
    }

    @Test
    void doesNotTellToGoBackOnceTheBackupMayBeOverwritten() {
        fails = "pchatConfigureLogShipping";
        run(Map.of("BACKUP", "sqlb"));
        assertTrue(log.text().contains("do not go back to it"), log.text());
        assertFalse(log.text().contains("@{Replace="), log.text());
    }

    @Test
    void saysThatTheStateIsUrgentBetweenSteps6And7() {
        fails = "pchatSetPoolState";
        run(Map.of());
        assertTrue(log.text().contains("Set-CsPersistentChatState -Identity 'PersistentChatServer:lyncpc.dci.discovery.com' -PoolState Normal"));
    }

    @Test
    void asksNobodyButTheApprovers() {
        run(Map.of("APPROVERS", "dba, tester"));
        assertEquals("dba, tester", questions.get(0).submitter());
    }

    @Test
    void givesTheRealStepsNoArgumentThatTheyDoNotHave() throws Exception {
        run(Map.of());
        assertEquals(PluginSteps.descriptors().keySet(), arguments.keySet());
        for (var descriptor : PluginSteps.descriptors().values()) {
            String name = descriptor.getFunctionName();
            new StepBinder<>(descriptor.clazz).bind(new StepCall(name, arguments.get(name), null, null));
        }
    }

    private BuildResult run(Map<String, String> parameters) {
        Map<String, HostStep> steps = STEPS.stream().collect(Collectors.toMap(name -> name, name -> this::step));
        Workers workers = (label, listener) -> Map.of(String.class, label);
        return new PipelineHost(steps, workers, this::answer)
                .run("failback.Jenkinsfile", ShippedPipeline.text(), parameters, log);
    }

    private Approver.Answer answer(Approver.Question question) {
        questions.add(question);
        return new Approver.Answer("tester", questions.size() <= approvals);
    }

    private Object step(StepCall call, Scope scope) throws AbortException {
        arguments.put(call.name(), call.arguments());
        boolean primary = call.name().equals("pchatRemoveMirroring") && List.of("mgc").equals(call.arguments().get("databases"));
        assertEquals("pchat-management", scope.get(String.class), "a step needs an agent around it");
        if (!Boolean.TRUE.equals(call.arguments().get("dryRun"))) {
            if (call.name().equals(fails)) {
                throw new AbortException(fails + " failed");
            }
            done.add(call.name());
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("plan", nothingToDo || primary && !primaryMirrored ? List.of() : List.of("1. plan of " + call.name(), "      ALTER DATABASE"));
        result.put("path", "\\\\nas\\pchat\\mgc.bak");
        result.put("details", Map.of("before", List.of("chatb1", "chatb2"), "server", primary ? primaryName : "SQLB\\RTC"));
        return result;
    }
}
