package io.jenkins.plugins.pchat.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineHostTest {

    @TempDir
    private Path folder;

    private final BuildLog log = new BuildLog(new PrintStream(new ByteArrayOutputStream()));
    private Approver approver = Approver.always("tester", true);

    @Test
    void refusesAStepOutsideOfANode() {
        BuildResult result =
                whole("pipeline { agent none\n stages { stage('s') { steps { script { sample('x') } } } } }");
        assertTrue(
                result.reason().contains("Required context interface hudson.model.Node is missing")
                        || result.reason().contains("Required context class hudson.model.Node is missing"),
                result.reason());
    }

    @Test
    void namesAStepThatItDoesNotKnow() {
        assertTrue(run("timestamps { echo('x') }")
                .reason()
                .contains("No such DSL method 'timestamps' found among steps [echo, "));
    }

    @Test
    void namesADirectiveThatItDoesNotKnow() {
        BuildResult result = whole("pipeline { agent none\n triggers { cron('@daily') }\n stages { } }");
        assertEquals(
                "ERROR: 'triggers' is not known in pipeline; this host knows [agent, options, parameters, stages, post] there.",
                result.reason());
    }

    @Test
    void namesAnOptionAParameterAndAConditionThatItDoesNotKnow() {
        assertTrue(whole("pipeline { agent none\n options { timestamps() } }")
                .reason()
                .contains("'timestamps' is not known in options"));
        assertTrue(whole("pipeline { agent none\n parameters { file(name: 'x') } }")
                .reason()
                .contains("'file' is not known in parameters"));
        assertTrue(whole("pipeline { agent none\n post { changed { } } }")
                .reason()
                .contains("'changed' is not known in post"));
        assertTrue(whole("pipeline { agent none\n parameters { string(name: 'x', value: 'y') } }")
                .reason()
                .contains("has no 'value'"));
    }

    @Test
    void refusesAParameterThatThePipelineDoesNotHave() {
        BuildResult result = host().run(
                        "x",
                        "pipeline { agent none\n stages { stage('s') { steps { echo('x') } } } }",
                        Map.of("P", "v"),
                        log);
        assertTrue(result.reason().contains("The pipeline has no parameter 'P'"), result.reason());
    }

    @Test
    void runsTheBlocksOfPostThatFitTheResult() {
        whole(pipeline("echo('fine')", POST));
        assertTrue(logged("in always") && logged("in success"), log.text());
        assertFalse(logged("in failure") || logged("in aborted"), log.text());
    }

    @Test
    void runsTheFailureBlockAndSkipsTheOtherStages() {
        BuildResult result = whole(pipeline("error('broken')", POST));
        assertEquals("ERROR: broken", result.reason());
        assertTrue(logged("in failure"), log.text());
        assertFalse(logged("in success") || logged("later"), log.text());
        assertTrue(
                log.text()
                        .lines()
                        .toList()
                        .get((int) log.text().lines().count() - 2)
                        .equals("ERROR: broken"),
                log.text());
    }

    @Test
    void abortsWhenAQuestionIsDeclined() {
        approver = Approver.always("tester", false);
        BuildResult result = whole(pipeline("input('Go?')", POST));
        assertEquals(BuildResult.Word.ABORTED, result.word());
        assertEquals("Rejected by tester", result.reason());
        assertTrue(logged("in aborted"), log.text());
    }

    @Test
    void givesTheApproverToTheScriptAndRemembersThem() {
        BuildResult result =
                run("echo('by ' + input(message: 'Go?', ok: 'Go', submitter: 'a, Tester', submitterParameter: 'WHO'))");
        assertTrue(logged("by tester"), log.text());
        assertEquals(List.of(new BasicSteps.Approval("Go", "tester")), result.approvals());
    }

    @Test
    void takesNoAnswerFromSomebodyWhoIsNoSubmitter() {
        BuildResult result = run("input(message: 'Go?', submitter: 'dba')");
        assertEquals("ERROR: tester may not answer this; you need to be 'dba'.", result.reason());
        assertEquals(List.of(), result.approvals());
    }

    @Test
    void refusesALabelThatNoAgentHas() {
        assertTrue(run("node('other') { }").reason().contains("There are no nodes with the label 'other'"));
    }

    private static final String POST =
            "post { always { echo('in always') }\n success { echo('in success') }\n failure { echo('in failure') }\n"
                    + " aborted { echo('in aborted') } }";

    private static String pipeline(String step, String post) {
        return "pipeline { agent none\n stages { stage('one') { steps { script { " + step
                + " } } }\n stage('two') { steps { echo('later') } } }\n" + post + " }";
    }

    private BuildResult run(String script) {
        return whole(pipeline("node('host') { " + script + " }", ""));
    }

    private BuildResult whole(String text) {
        return host().run("test.Jenkinsfile", text, Map.of(), log);
    }

    private PipelineHost host() {
        HostStep sample = PluginSteps.of(new SampleStep.DescriptorImpl(), (name, arguments) -> {});
        return new PipelineHost(Map.of("sample", sample), new ManagementHost("host", folder, Map.of()), approver);
    }

    private boolean logged(String line) {
        return log.text().lines().anyMatch(line::equals);
    }
}
