package io.jenkins.plugins.pchat.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a step's arguments, and of its result. */
class StepBindingTest {

    @TempDir
    private Path folder;

    private final BuildLog log = new BuildLog(new PrintStream(new ByteArrayOutputStream()));
    private final List<String> started = new ArrayList<>();

    @Test
    void bindsNamedArgumentsToConstructorAndSetters() {
        BuildResult result =
                run("def r = sample(target: \"x${1 + 1}\", names: ['a', \"b${1}\"], percent: 7); echo(r.words)");
        assertTrue(result.succeeded(), log.text());
        assertTrue(logged("x2 false 7 [a, b1]"), log.text());
    }

    @Test
    void bindsTheOneArgumentWithoutAName() {
        run("echo(sample('x').words)");
        assertTrue(logged("x false 5 []"), log.text());
    }

    @Test
    void refusesAnArgumentThatTheStepDoesNotHave() {
        assertEquals(
                "ERROR: Step 'sample' has no argument 'dryrun', only [target, dryRun, names, percent, unkept].",
                sorted(run("sample(target: 'x', dryrun: true)").reason()));
    }

    @Test
    void refusesAnArgumentOfTheWrongType() {
        assertTrue(run("sample(target: 'x', percent: 'many')")
                .reason()
                .contains("Argument 'percent' of step 'sample' expects int but received many (java.lang.String)."));
    }

    @Test
    void letsTheStepItselfRefuseAMissingArgument() {
        BuildResult result = run("sample(dryRun: true)");
        assertTrue(result.reason().contains("IllegalArgumentException: target is missing."), result.reason());
        assertEquals(List.of(), started);
    }

    @Test
    void refusesAResultThatARestartWouldLose() {
        BuildResult result = run("sample(target: 'x', unkept: true)");
        assertTrue(
                result.reason().contains("The result of step 'sample' can't be kept over a restart of Jenkins"),
                result.reason());
    }

    private BuildResult run(String script) {
        HostStep sample = PluginSteps.of(new SampleStep.DescriptorImpl(), (name, arguments) -> started.add(name));
        return new PipelineHost(
                        Map.of("sample", sample),
                        new ManagementHost("host", folder, Map.of()),
                        Approver.always("tester", true))
                .run(
                        "test.Jenkinsfile",
                        "pipeline { agent none\n stages { stage('s') { steps { script { node('host') { " + script
                                + " } } } } } }",
                        Map.of(),
                        log);
    }

    private boolean logged(String line) {
        return log.text().lines().anyMatch(line::equals);
    }

    /** The order in which reflection finds setters means nothing. */
    private static String sorted(String reason) {
        int start = reason.indexOf("only [target, ") + "only [target, ".length();
        String[] setters = reason.substring(start, reason.indexOf(']', start)).split(", ");
        java.util.Arrays.sort(setters);
        return reason.substring(0, start) + String.join(", ", setters) + "].";
    }
}
