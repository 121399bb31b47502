package io.jenkins.plugins.pchat.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hudson.AbortException;
import io.jenkins.plugins.pchat.lab.ShippedPipeline;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs the shipped pipeline with steps that only remember how they were called, and with answers that a test chooses. */
final class FakeFailback {

    static final List<String> STEPS = List.of(
            "pchatClearActiveServers",
            "pchatRemoveMirroring",
            "pchatBackupDb",
            "pchatRestoreDb",
            "pchatConfigureLogShipping",
            "pchatSetActive",
            "pchatSetPoolState",
            "pchatVerify");

    final List<String> done = new ArrayList<>();
    final List<Approver.Question> questions = new ArrayList<>();
    final Map<String, Map<String, Object>> arguments = new HashMap<>();
    final BuildLog log = new BuildLog(new PrintStream(new ByteArrayOutputStream()));
    boolean nothingToDo;
    String fails = "";
    String failure = " failed";
    boolean failedBack;
    int approvals = Integer.MAX_VALUE;

    BuildResult run(Map<String, String> parameters) {
        Map<String, HostStep> steps = STEPS.stream().collect(Collectors.toMap(name -> name, name -> this::step));
        steps.put("pchatPreflight", this::step);
        // It reads the configuration and nothing else, so it is the real one.
        steps.put("pchatPool", PluginSteps.all((name, arguments) -> {}).get("pchatPool"));
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
        assertEquals("pchat-management", scope.get(String.class), "a step needs an agent around it");
        if (!Boolean.TRUE.equals(call.arguments().get("dryRun"))) {
            if (call.name().equals(fails)) {
                throw new AbortException(failure.startsWith("[") ? failure : fails + failure);
            }
            if (STEPS.contains(call.name())) {
                done.add(call.name());
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("state", failedBack && call.name().equals("pchatClearActiveServers") ? "failed back already" : "");
        result.put("plan", nothingToDo ? List.of() : List.of("1. plan of " + call.name(), "      ALTER DATABASE"));
        result.put("path", "\\\\nas\\pchat\\mgc.bak");
        result.put(
                "details",
                Map.of(
                        "before",
                        List.of("chatb1", "chatb2"),
                        "server",
                        "SQLB\\RTC",
                        "summary",
                        "3 checks: 1 WARN, 2 ok",
                        "leftToDo",
                        List.of(Map.of("what", "Mirror it", "why", "it has none", "commands", List.of("Install-It")))));
        return result;
    }
}
