package io.jenkins.plugins.pchat.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.host.Approver;
import io.jenkins.plugins.pchat.host.BuildLog;
import io.jenkins.plugins.pchat.host.BuildResult;
import io.jenkins.plugins.pchat.host.PipelineHost;
import io.jenkins.plugins.pchat.host.PluginSteps;
import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.EndState;
import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.LabSettings;
import io.jenkins.plugins.pchat.lab.ShippedPipeline;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the shipped pipeline tells whoever sees it fail: run it again with the same parameters, and what is done is
 * not done twice.
 */
@Timeout(120)
class RunAgainTest {

    @ParameterizedTest
    @CsvSource({
        // fault, then how many restores of the primary and of the backup there were in both runs together
        // the restore that was cut has to be done again, and only that
        "connection-cut@4, 2, 1",
        "agent-share-denied@5, 1, 1",
        "rbac-refused@7, 1, 1",
    })
    void comesToTheSameEndAfterAFault(String fault, int primaryRestores, int backupRestores) throws Exception {
        try (DataCentres lab = DataCentres.start(LabSettings.of(300));
                AgentSetup agent = new AgentSetup(lab, "tester")) {
            StepsSeen seen = new StepsSeen(lab.faults(), List.of(FaultAt.of(fault)));
            PipelineHost host = new PipelineHost(PluginSteps.all(seen), agent.host(), Approver.always("tester", true));
            BuildLog log = new BuildLog(new PrintStream(new ByteArrayOutputStream()));
            assertEquals(BuildResult.Word.FAILURE, run(host, agent, log).word(), log.text());
            assertEquals(FaultAt.of(fault).function(), seen.begun(), "the fault strikes where it was asked to");

            lab.faults().disarm();
            BuildResult again = run(host, agent, log);
            assertTrue(again.succeeded(), log.text());
            lab.chat().close();
            assertEquals(List.of(), new EndState(lab).wrong(agent.servers()), log.text());
            assertEquals(primaryRestores, restores(lab, lab.servers().primary().serverName()));
            assertEquals(backupRestores, restores(lab, lab.servers().backup().serverName()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Do step 4", "Do step 5", "Do steps 6"})
    void comesToTheSameEndAfterAnApprovalWasRefused(String question) throws Exception {
        try (DataCentres lab = DataCentres.start(LabSettings.of(300));
                AgentSetup agent = new AgentSetup(lab, "tester")) {
            AtomicBoolean refused = new AtomicBoolean();
            Approver approver = asked -> new Approver.Answer(
                    "tester", !asked.message().startsWith(question) || !refused.compareAndSet(false, true));
            PipelineHost host =
                    new PipelineHost(PluginSteps.all(new StepsSeen(lab.faults(), List.of())), agent.host(), approver);
            BuildLog log = new BuildLog(new PrintStream(new ByteArrayOutputStream()));
            assertEquals(BuildResult.Word.ABORTED, run(host, agent, log).word(), log.text());
            assertTrue(refused.get(), "the question was asked");

            assertTrue(run(host, agent, log).succeeded(), log.text());
            lab.chat().close();
            assertEquals(List.of(), new EndState(lab).wrong(agent.servers()), log.text());
            assertEquals(1, restores(lab, lab.servers().backup().serverName()));
        }
    }

    @Test
    void touchesNothingWhenThePoolWorksWithItsPrimaryDatabases() throws Exception {
        try (DataCentres lab = DataCentres.start(LabSettings.of(20));
                AgentSetup agent = new AgentSetup(lab, "tester")) {
            PipelineHost host = new PipelineHost(
                    PluginSteps.all(new StepsSeen(lab.faults(), List.of())),
                    agent.host(),
                    Approver.always("tester", true));
            BuildLog log = new BuildLog(new PrintStream(new ByteArrayOutputStream()));
            Map<String, String> pool = Map.of("POOL", agent.parameters().get("POOL"));
            assertTrue(host.run("normal", NORMAL, pool, log).succeeded(), log.text());
            int before = lab.journal().entries(Journal.Entry::isOfAStep).size();

            BuildResult result = run(host, agent, log);

            assertEquals(BuildResult.Word.FAILURE, result.word(), log.text());
            assertTrue(log.text().contains("there is nothing to fail back"), log.text());
            assertEquals("0 Check", result.stage());
            assertEquals(before, lab.journal().entries(Journal.Entry::isOfAStep).size());
        }
    }

    private static final String NORMAL = """
            pipeline {
                agent none
                parameters {
                    string(name: 'POOL', defaultValue: '', description: '')
                }
                stages {
                    stage('Normal') {
                        steps {
                            script {
                                node('pchat-management') {
                                    pchatSetPoolState(pool: params.POOL, state: 'Normal')
                                }
                            }
                        }
                    }
                }
            }
            """;

    private static BuildResult run(PipelineHost host, AgentSetup agent, BuildLog log) {
        return host.run(ShippedPipeline.NAME, ShippedPipeline.text(), agent.parameters(), log);
    }

    private static long restores(DataCentres lab, String server) {
        return lab.journal()
                .entries(entry -> entry.kind() == Journal.Kind.WRITE
                        && entry.where().equals(server)
                        && entry.text().contains("RESTORE DATABASE"))
                .size();
    }
}
