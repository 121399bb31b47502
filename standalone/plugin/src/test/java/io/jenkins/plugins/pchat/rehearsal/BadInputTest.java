package io.jenkins.plugins.pchat.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import io.jenkins.plugins.pchat.host.Approver;
import io.jenkins.plugins.pchat.host.BuildLog;
import io.jenkins.plugins.pchat.host.BuildResult;
import io.jenkins.plugins.pchat.host.PipelineHost;
import io.jenkins.plugins.pchat.host.PluginSteps;
import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.DatabaseServers;
import io.jenkins.plugins.pchat.lab.LabSettings;
import io.jenkins.plugins.pchat.lab.ShippedPipeline;
import io.jenkins.plugins.standalone.CredentialStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Wrong parameters of the shipped pipeline: each has a clear error, and nothing was touched. One lab does for all,
 * for that very reason.
 */
@Timeout(120)
class BadInputTest {

    private static DataCentres lab;
    private static AgentSetup agent;

    private final BuildLog log = new BuildLog(new PrintStream(new ByteArrayOutputStream()));

    @BeforeAll
    static void startLab() throws Exception {
        lab = DataCentres.start(LabSettings.of(20));
        agent = new AgentSetup(lab, "tester");
    }

    @AfterAll
    static void stopLab() throws IOException {
        agent.close();
        lab.close();
    }

    @AfterEach
    void nothingWasTouched() {
        assertEquals(
                List.of(), lab.journal().entries(entry -> entry.isOfAStep() && !isProbe(entry.text())), log.text());
    }

    /** The checks before the first step try out what can't be seen. */
    private static boolean isProbe(String statement) {
        return statement.contains("BACKUP DATABASE [model]") || statement.contains("xp_create_subdir");
    }

    @Test
    void anInstanceThatDoesNotExist() {
        refused(Map.of("PRIMARY", "no-such-host.invalid\\RTC"), "[CONNECT]", "no-such-host.invalid");
    }

    @Test
    void anInstanceThatIsNoName() {
        refused(Map.of("BACKUP", "sqlb;user=sa"), "'sqlb;user=sa' names no SQL Server instance");
    }

    @Test
    void aWrongPassword() throws Exception {
        CredentialStore.add(new UsernamePasswordCredentialsImpl(
                CredentialsScope.GLOBAL, "wrong", "", DatabaseServers.LOGIN, "not the password"));
        String reason = refused(Map.of("SQL_CREDENTIALS", "wrong"), "[LOGIN]", "18456");
        assertTrue(!reason.contains("not the password"), reason);
    }

    @Test
    void aCredentialThatDoesNotExist() {
        refused(Map.of("SQL_CREDENTIALS", "nobody"), "nobody");
    }

    @Test
    void theSameInstanceTwice() {
        refused(
                Map.of("PRIMARY", lab.servers().backupAddress()),
                "PRIMARY and BACKUP are both " + lab.servers().backupAddress());
    }

    @Test
    void aShareThatIsNoUncPath() {
        refused(Map.of("SHARE", "D:\\Backups"), "D:\\Backups", "UNC path");
    }

    /** What the pipeline checks itself, the steps check too: a pipeline of one's own may not. */
    @Test
    void theSameInAStepAlone() {
        step(
                "pchatBackupDb(instance: params.BACKUP, share: 'D:\\\\Backups', credentialsId: params.SQL_CREDENTIALS)",
                "[INVALID]",
                "D:\\Backups",
                "UNC path");
        step(
                "pchatConfigureLogShipping(primary: params.BACKUP, secondary: params.BACKUP, share: params.SHARE,"
                        + " copyDirectory: params.COPY_DIRECTORY, credentialsId: params.SQL_CREDENTIALS)",
                "[INVALID]",
                lab.servers().backupAddress());
        step("pchatSetActive(pool: params.POOL, servers: [])", "[INVALID]", "server");
    }

    @Test
    void anEmptyListOfServers() {
        refused(Map.of("ACTIVE_SERVERS", " \n "), "server");
    }

    @Test
    void aServerThatIsNotInThePool() {
        refused(Map.of("ACTIVE_SERVERS", "chata1.dci.discovery.com\nmail.dci.discovery.com"), "mail.dci.discovery.com");
    }

    @Test
    void aPoolThatDoesNotExist() {
        refused(Map.of("POOL", "other.dci.discovery.com"), "other.dci.discovery.com");
    }

    @Test
    void aStateThatDoesNotExist() {
        step("pchatSetPoolState(pool: params.POOL, state: 'Working')", "Working", "Normal");
    }

    @Test
    void aDatabaseNameThatWouldNeedQuoting() {
        for (String name : List.of("mgc]; DROP DATABASE mgc --", "mg\"c", "mg''c")) {
            String database = "database: '" + name.replace("'", "\\'") + "', credentialsId: params.SQL_CREDENTIALS";
            for (String call : List.of(
                    "pchatRemoveMirroring(instance: params.BACKUP, "
                            + database.replace("database: ", "databases: [").replace("', ", "'], ") + ")",
                    "pchatBackupDb(instance: params.BACKUP, share: params.SHARE, " + database + ")",
                    "pchatRestoreDb(instance: params.PRIMARY, backup: params.SHARE + '\\\\mgc.bak', " + database + ")",
                    "pchatConfigureLogShipping(primary: params.PRIMARY, secondary: params.BACKUP, share: params.SHARE,"
                            + " copyDirectory: params.COPY_DIRECTORY, " + database + ")")) {
                step(call, "can't be used as the name of a database");
            }
        }
    }

    private String refused(Map<String, String> changes, String... words) {
        return check(run(ShippedPipeline.text(), changes), words);
    }

    private void step(String call, String... words) {
        String text = ShippedPipeline.text();
        String parameters = text.substring(text.indexOf("    parameters {"), text.indexOf("    stages {"));
        check(
                run(
                        "pipeline { agent none\n" + parameters
                                + " stages { stage('s') { steps { script { node(params.AGENT) {\n" + call
                                + "\n} } } } } }",
                        Map.of()),
                words);
    }

    private BuildResult run(String text, Map<String, String> changes) {
        Map<String, String> parameters = new HashMap<>(agent.parameters());
        parameters.putAll(changes);
        return new PipelineHost(PluginSteps.all((name, arguments) -> {}), agent.host(), Approver.always("tester", true))
                .run(ShippedPipeline.NAME, text, parameters, log);
    }

    private String check(BuildResult result, String... words) {
        assertEquals(BuildResult.Word.FAILURE, result.word(), log.text());
        for (String word : words) {
            assertTrue(result.reason().contains(word), result.reason());
        }
        assertTrue(!result.reason().contains("\tat "), "an expected failure has no stack trace: " + result.reason());
        return result.reason();
    }
}
