package io.jenkins.plugins.pchat.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the shipped pipeline asks, of whom, and how it calls the steps. */
class FailbackJenkinsfileTest {

    private final FakeFailback pipeline = new FakeFailback();

    @Test
    void asksBeforeEachStepAndSeparatelyBeforeDataIsLost() {
        BuildResult result = pipeline.run(Map.of());
        assertTrue(result.succeeded(), pipeline.log.text());
        assertEquals(FakeFailback.STEPS, pipeline.done);
        assertEquals(
                List.of(
                        "Do step 1",
                        "Do step 2",
                        "Do step 3",
                        "Do step 4",
                        "Overwrite mgc on sqla.dci.discovery.com\\RTC",
                        "Do step 5",
                        "Overwrite mgc on sqlb.dcb.discovery.com\\RTC",
                        "Do steps 6 and 7"),
                pipeline.questions.stream().map(Approver.Question::ok).toList());
    }

    @Test
    void showsThePlanOfTheStepInItsQuestion() {
        pipeline.run(Map.of());
        assertTrue(
                pipeline.questions.get(2).message().contains("1. plan of pchatBackupDb"),
                pipeline.questions.get(2).message());
        assertFalse(
                pipeline.questions.get(2).message().contains("ALTER"),
                "statements are in the pipeline.log, not in the question");
        assertTrue(pipeline.questions.get(7).message().contains("plan of pchatSetActive"));
        assertTrue(pipeline.questions.get(7).message().contains("plan of pchatSetPoolState"));
    }

    @Test
    void saysWhatIsLostAtThePointsOfNoReturn() {
        pipeline.run(Map.of("PRIMARY", "sqla", "BACKUP", "sqlb"));
        assertTrue(
                pipeline.questions.get(4).message().contains("mgc on sqla holds now WILL BE LOST"),
                pipeline.questions.get(4).message());
        assertTrue(pipeline.questions
                .get(6)
                .message()
                .contains("mgc on sqlb, which served the users until now, WILL BE LOST"));
    }

    @Test
    void doesNotAskWhereNothingIsToDoButCallsTheStep() {
        pipeline.nothingToDo = true;
        BuildResult result = pipeline.run(Map.of());
        assertTrue(result.succeeded(), pipeline.log.text());
        assertEquals(FakeFailback.STEPS, pipeline.done);
        assertEquals(List.of(), pipeline.questions);
    }

    @Test
    void handsTheBackupOverToRestoreAndLogShipping() {
        pipeline.run(Map.of());
        assertEquals(
                "\\\\nas\\pchat\\mgc.bak",
                pipeline.arguments.get("pchatRestoreDb").get("backup"));
        assertEquals("SQLB\\RTC", pipeline.arguments.get("pchatRestoreDb").get("source"));
        assertEquals(
                "\\\\nas\\pchat\\mgc.bak",
                pipeline.arguments.get("pchatConfigureLogShipping").get("handover"));
    }

    @Test
    void setsTheServersGivenOnePerLine() {
        pipeline.run(Map.of("ACTIVE_SERVERS", "a.example.com\r\n\n b.example.com \n"));
        assertEquals(
                List.of("a.example.com", "b.example.com"),
                pipeline.arguments.get("pchatSetActive").get("servers"));
    }

    @Test
    void endsNobodysSessionAndChecksThePagesUnlessItIsToldOtherwise() {
        pipeline.run(Map.of());
        assertEquals(false, pipeline.arguments.get("pchatBackupDb").get("disconnect"));
        assertEquals(15, pipeline.arguments.get("pchatBackupDb").get("sessionTimeoutMinutes"));
        assertEquals(
                "physical", pipeline.arguments.get("pchatConfigureLogShipping").get("checkDb"));
        assertTrue(pipeline.questions.stream().noneMatch(q -> q.message().contains("ARE ENDED")));
    }

    @Test
    void endsSessionsAfterAMinuteWhenToldToAndSaysSoInTheQuestion() {
        pipeline.run(Map.of("DISCONNECT", "true", "CHECK_DB", "full"));
        assertEquals(true, pipeline.arguments.get("pchatBackupDb").get("disconnect"));
        assertEquals(1, pipeline.arguments.get("pchatBackupDb").get("sessionTimeoutMinutes"));
        assertEquals("full", pipeline.arguments.get("pchatConfigureLogShipping").get("checkDb"));
        assertEquals(
                1,
                pipeline.questions.stream()
                        .filter(q -> q.message().contains("ARE ENDED"))
                        .count());
    }

    @Test
    void changesNothingWhenTheFirstQuestionIsDeclined() {
        pipeline.approvals = 0;
        BuildResult result = pipeline.run(Map.of());
        assertEquals(BuildResult.Word.ABORTED, result.word());
        assertEquals("1 Clear the active servers", result.stage());
        assertEquals(List.of(), pipeline.done);
        assertTrue(pipeline.log.text().contains("This build has changed nothing."), pipeline.log.text());
    }

    @Test
    void refusesTheSameInstanceTwiceBeforeAnyStep() {
        BuildResult result = pipeline.run(Map.of("PRIMARY", "SQLA\\RTC", "BACKUP", "sqla\\rtc"));
        assertEquals(BuildResult.Word.FAILURE, result.word());
        assertTrue(pipeline.arguments.isEmpty());
        assertTrue(result.reason().contains("PRIMARY and BACKUP are both"), result.reason());
    }

    @Test
    void asksNothingWhenACheckBlocks() {
        pipeline.fails = "pchatPreflight";
        pipeline.failure = "[REFUSED] 3 checks: 1 BLOCK, 2 ok. The failback must not begin; nothing was changed.";
        BuildResult result = pipeline.run(Map.of());
        assertEquals("0 Check", result.stage());
        assertTrue(result.reason().contains("1 BLOCK"), result.reason());
        assertEquals(List.of(), pipeline.done);
        assertEquals(List.of(), pipeline.questions);
        assertTrue(pipeline.log.text().contains("This build has changed nothing."), pipeline.log.text());
    }

    @Test
    void saysInTheFirstQuestionWhatTheChecksCameTo() {
        pipeline.run(Map.of());
        assertTrue(
                pipeline.questions.get(0).message().contains("3 checks: 1 WARN, 2 ok"),
                pipeline.questions.get(0).message());
    }

    @Test
    void checksWithTheSettingsOfTheSteps() {
        pipeline.run(Map.of("PRIMARY", "sqla", "BACKUP", "sqlb", "SHARE", "\\\\other\\share"));
        Map<String, Object> checked = pipeline.arguments.get("pchatPreflight");
        assertEquals("sqla", checked.get("primary"));
        assertEquals("sqlb", checked.get("backup"));
        assertEquals("\\\\other\\share", checked.get("share"));
        assertEquals(pipeline.arguments.get("pchatSetActive").get("servers"), checked.get("servers"));
    }

    @Test
    void aFailedBackPoolIsNotTouched() {
        pipeline.failedBack = true;
        pipeline.nothingToDo = true;
        BuildResult result = pipeline.run(Map.of());
        assertTrue(result.succeeded(), pipeline.log.text());
        assertEquals(List.of(), pipeline.questions);
    }

    @Test
    void refusesAShareThatIsNoUncPath() {
        BuildResult result = pipeline.run(Map.of("SHARE", "D:\\Backups"));
        assertTrue(result.reason().contains("which is no UNC path such as \\\\server\\share."), result.reason());
        assertTrue(pipeline.arguments.isEmpty());
    }

    @Test
    void asksNobodyButTheApprovers() {
        pipeline.run(Map.of("APPROVERS", "dba, tester"));
        assertEquals("dba, tester", pipeline.questions.get(0).submitter());
    }

    @Test
    void givesTheRealStepsNoArgumentThatTheyDoNotHave() throws Exception {
        pipeline.run(Map.of());
        var descriptors = PluginSteps.descriptors();
        descriptors.remove("pchatPool");
        assertEquals(descriptors.keySet(), pipeline.arguments.keySet());
        for (var descriptor : descriptors.values()) {
            String name = descriptor.getFunctionName();
            new StepBinder<>(descriptor.clazz).bind(new StepCall(name, pipeline.arguments.get(name), null, null));
        }
    }
}
