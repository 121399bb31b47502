package io.jenkins.plugins.pchat.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.config.PchatPool;
import io.jenkins.plugins.pchat.config.Pools;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The shipped pipeline with one parameter: the name of a pool that is configured in Jenkins. */
class NamedPoolPipelineTest {

    private static final List<String> ON_SQL =
            List.of("pchatRemoveMirroring", "pchatBackupDb", "pchatRestoreDb", "pchatConfigureLogShipping");

    private static final List<String> ON_SHELL =
            List.of("pchatClearActiveServers", "pchatSetActive", "pchatSetPoolState");

    private final FakeFailback pipeline = new FakeFailback();

    @AfterEach
    void noPools() {
        Pools.configure();
    }

    /** A pool that differs from the defaults of the other parameters in everything but its agent. */
    private static PchatPool pool() {
        PchatPool pool = new PchatPool(
                "dci",
                "named.example.com",
                "named-a",
                "named-b",
                "\\\\named\\share",
                "E:\\Named",
                List.of("one.example.com", "two.example.com"));
        pool.setSqlCredentialsId("sql-dr");
        pool.setShellUri("https://shell.example.com/OcsPowershell");
        pool.setShellCredentialsId("shell-dr");
        pool.setApprovers("dba, tester");
        pool.setEncrypt("strict");
        pool.setTrustServerCertificate(true);
        pool.setPrimaryHostNameInCertificate("cert-a");
        pool.setBackupHostNameInCertificate("cert-b");
        return pool;
    }

    @Test
    void takesEverythingFromThePoolThatItsOneParameterNames() {
        Pools.configure(Pools.named("other"), pool());
        BuildResult result = pipeline.run(Map.of("NAMED_POOL", "DCI "));
        assertTrue(result.succeeded(), pipeline.log.text());
        assertEquals(FakeFailback.STEPS, pipeline.done);
        assertEquals("dba, tester", pipeline.questions.get(0).submitter());
        assertArguments("pchatRemoveMirroring", Map.of("instance", "named-b", "hostNameInCertificate", "cert-b"));
        assertArguments("pchatBackupDb", Map.of("instance", "named-b", "hostNameInCertificate", "cert-b"));
        assertArguments("pchatBackupDb", Map.of("share", "\\\\named\\share"));
        assertArguments("pchatRestoreDb", Map.of("instance", "named-a", "hostNameInCertificate", "cert-a"));
        String shipping = "pchatConfigureLogShipping";
        assertArguments(shipping, Map.of("primary", "named-a", "hostNameInCertificate", "cert-a"));
        assertArguments(shipping, Map.of("secondary", "named-b", "secondaryHostNameInCertificate", "cert-b"));
        assertArguments(shipping, Map.of("share", "\\\\named\\share", "copyDirectory", "E:\\Named"));
        assertArguments("pchatSetActive", Map.of("servers", List.of("one.example.com", "two.example.com")));
        for (String step : ON_SQL) {
            assertArguments(step, Map.of("credentialsId", "sql-dr", "encrypt", "strict"));
            assertArguments(step, Map.of("trustServerCertificate", true));
        }
        for (String step : ON_SHELL) {
            assertArguments(step, Map.of("pool", "named.example.com", "credentialsId", "shell-dr"));
            assertArguments(step, Map.of("shellUri", "https://shell.example.com/OcsPowershell"));
        }
    }

    @Test
    void takesTheDecisionsOfTheNightFromTheParametersAllTheSame() {
        Pools.configure(pool());
        pipeline.run(Map.of("NAMED_POOL", "dci", "DISCONNECT", "true", "CHECK_DB", "none"));
        assertArguments("pchatBackupDb", Map.of("disconnect", true));
        assertArguments("pchatConfigureLogShipping", Map.of("checkDb", "none"));
    }

    @Test
    void takesTheAgentToo() {
        PchatPool pool = pool();
        pool.setAgent("another");
        Pools.configure(pool);
        BuildResult result = pipeline.run(Map.of("NAMED_POOL", "dci"));
        assertTrue(pipeline.log.text().contains("Running on another"), pipeline.log.text());
        assertFalse(result.succeeded(), "the fake steps are on pchat-management only");
    }

    @Test
    void saysInTheLogWhatTheNameStandsFor() {
        Pools.configure(pool());
        pipeline.run(Map.of("NAMED_POOL", "dci"));
        assertTrue(
                pipeline.log
                        .text()
                        .contains(
                                "The settings are those of dci: pool named.example.com, primary named-a, backup named-b,"
                                        + " share \\\\named\\share, active servers one.example.com, two.example.com."),
                pipeline.log.text());
    }

    @Test
    void saysNothingOfTheOtherParametersWhenItFails() {
        Pools.configure(pool());
        pipeline.fails = "pchatSetPoolState";
        pipeline.run(Map.of("NAMED_POOL", "dci"));
        for (String other : List.of("sqla.dci", "sqlb.dcb", "lyncpc.dci", "chata1")) {
            assertFalse(pipeline.log.text().contains(other), other + " in " + pipeline.log.text());
        }
        assertTrue(
                pipeline.log.text().contains("-Identity 'PersistentChatServer:named.example.com' -PoolState Normal"));
    }

    @Test
    void anUnknownNameEndsTheBuildBeforeAnyStep() {
        Pools.configure(Pools.named("dci"), Pools.named("dcb"));
        BuildResult result = pipeline.run(Map.of("NAMED_POOL", "prod"));
        assertEquals(BuildResult.Word.FAILURE, result.word());
        assertTrue(result.reason().contains("no Persistent Chat pool 'prod'"), result.reason());
        assertTrue(result.reason().contains("The pools there are: dci, dcb."), result.reason());
        assertEquals(Map.of(), pipeline.arguments);
        assertTrue(pipeline.log.text().contains("This build has changed nothing."), pipeline.log.text());
    }

    @Test
    void withoutANameTheOtherParametersCount() {
        Pools.configure(pool());
        pipeline.run(Map.of("BACKUP", "sqlb"));
        assertArguments("pchatBackupDb", Map.of("instance", "sqlb", "share", "\\\\nas\\pchat"));
        assertNull(pipeline.arguments.get("pchatBackupDb").get("encrypt"), "the step's default");
    }

    private void assertArguments(String step, Map<String, Object> expected) {
        expected.forEach((name, value) ->
                assertEquals(value, pipeline.arguments.get(step).get(name), name + " of " + step));
    }
}
