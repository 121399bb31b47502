package io.jenkins.plugins.pchat.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.shell.ShellAccount;
import io.jenkins.plugins.pchat.lab.shell.ShellService;
import io.jenkins.plugins.pchat.lab.shell.Topology;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin's real steps in the host. */
class PluginStepsTest {

    @TempDir
    private Path folder;

    @Test
    void findsTheStepsInTheIndexOfExtensions() {
        assertEquals(
                Set.of(
                        "pchatPreflight",
                        "pchatClearActiveServers",
                        "pchatRemoveMirroring",
                        "pchatBackupDb",
                        "pchatRestoreDb",
                        "pchatConfigureLogShipping",
                        "pchatSetActive",
                        "pchatSetPoolState",
                        "pchatVerify",
                        "pchatPool"),
                PluginSteps.descriptors().keySet());
    }

    @Test
    void runsAStepThroughAProcessAndHandsItsResultToTheScript() throws Exception {
        Journal journal = new Journal();
        Faults faults = new Faults(journal);
        BuildLog log = new BuildLog(new PrintStream(new ByteArrayOutputStream()));
        try (Topology topology = Topology.afterFailover(Topology.LYNC_2013, Duration.ZERO, faults);
                ShellService shell =
                        new ShellService(topology, faults, journal, new ShellAccount("DCI\\svc-pchat", "secret"))) {
            Map<String, String> environment =
                    Map.of("PCHAT_POWERSHELL", shell.install(folder).toString());
            PipelineHost host = new PipelineHost(
                    PluginSteps.all((name, arguments) -> {}),
                    new ManagementHost("host", folder, environment),
                    Approver.always("tester", true));
            BuildResult result = host.run("test.Jenkinsfile", """
                    pipeline { agent none
                      stages { stage('s') { steps { script { node('host') {
                        def dry = pchatClearActiveServers(pool: 'lyncpc.dci.discovery.com', dryRun: true)
                        echo("dry: ${dry.changed}, ${dry.plan.size() > 0}, ${dry.details.before}")
                        def done = pchatClearActiveServers('lyncpc.dci.discovery.com')
                        echo("done: ${done.changed}, ${done.before}, ${done.after}")
                      } } } } } }
                    """, Map.of(), log);
            assertTrue(result.succeeded(), log.text());
            List<String> lines = log.text().lines().toList();
            assertTrue(
                    lines.contains("dry: false, true, [chatb1.dcb.discovery.com, chatb2.dcb.discovery.com]"),
                    log.text());
            assertTrue(
                    lines.contains("done: true, [chatb1.dcb.discovery.com, chatb2.dcb.discovery.com], []"), log.text());
            assertEquals(List.of(), topology.configuration().active());
        }
    }
}
