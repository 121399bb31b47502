package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import groovy.lang.GroovyShell;
import hudson.AbortException;
import hudson.model.Item;
import hudson.security.Permission;
import hudson.util.FormValidation;
import io.jenkins.plugins.pchat.agent.TestAgent;
import io.jenkins.plugins.pchat.config.PchatPool;
import io.jenkins.plugins.pchat.config.Pools;
import io.jenkins.plugins.standalone.Permissions;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PchatPoolStepTest {

    @TempDir
    private Path folder;

    private final PchatPoolStep.DescriptorImpl descriptor = new PchatPoolStep.DescriptorImpl();
    private Item job;

    @BeforeEach
    void twoPools() throws IOException {
        Pools.configure(Pools.named("dci"), Pools.whole("dcb"));
        job = new TestContext.Build().getParent();
    }

    @AfterEach
    void noPools() {
        Pools.configure();
        Permissions.grantAll();
    }

    @Test
    void givesThePoolOfThatNameAtOnceAndWithoutAnAgent() throws Exception {
        assertEquals(Set.of(), descriptor.getRequiredContext());
        TestContext context = new TestContext(new TestAgent("win1", folder));
        assertTrue(new PchatPoolStep(" DCB ").start(context).start(), "it is synchronous");
        assertEquals("dcb", ((PchatPoolResult) context.answer()).getName());
    }

    @Test
    void groovyReadsEverythingThatIsConfigured() throws Exception {
        PchatPool pool = Pools.whole("x");
        GroovyShell shell = new GroovyShell();
        shell.setVariable("result", new PchatPoolResult(pool));
        for (String property : Steps.parameters(PchatPool.class)) {
            assertEquals(Steps.value(pool, property), shell.evaluate("result." + property), property);
        }
        assertEquals(
                "x: pool lyncpc.dci.discovery.com, primary sqla.dci.discovery.com\\RTC, backup sqlb.dcb.discovery.com\\RTC",
                shell.evaluate("\"${result}\".toString()"));
    }

    @Test
    void theSandboxMayReadEverythingThatIsPublic() {
        assertEquals(
                List.of(),
                Arrays.stream(PchatPoolResult.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> !method.isAnnotationPresent(Whitelisted.class))
                        .toList());
    }

    @Test
    void whatWasReadStaysAsItWas() {
        PchatPool pool = Pools.named("x");
        PchatPoolResult read = new PchatPoolResult(pool);
        pool.setApprovers("mallory");
        assertNull(read.getApprovers());
        assertThrows(UnsupportedOperationException.class, () -> read.getActiveServers()
                .add("x"));
    }

    @Test
    void anUnknownNameIsRefusedWithTheNamesThereAre() {
        String message = refusal("DC1");
        assertTrue(
                message.startsWith("[INVALID] There is no Persistent Chat pool 'DC1' in Manage Jenkins > System."
                        + " The pools there are: dci, dcb."),
                message);
        assertTrue(message.contains("nothing was contacted"), message);
    }

    @Test
    void noNameAndNoPoolsAreRefusedInTheirOwnWords() {
        assertTrue(refusal(" ").contains("Give the name of a pool"), refusal(" "));
        Pools.configure();
        assertTrue(refusal("dci").contains("none is set up in Manage Jenkins"), refusal("dci"));
    }

    @Test
    void aPoolThatTheStepsWouldRefuseIsRefusedAtOnceWithAllThatIsWrong() {
        PchatPool pool = new PchatPool("dci", null, "sqla", "SQLA", "D:\\x", null, List.of());
        pool.setShellCredentialsId("dr");
        pool.setEncrypt("maybe");
        Pools.configure(pool);
        String message = refusal("dci");
        assertTrue(message.startsWith("[INVALID] Persistent Chat pool 'dci' in Manage Jenkins > System"), message);
        for (String about : List.of(
                "no Persistent Chat pool",
                "same instance",
                "D:\\x",
                "copyDirectory is missing",
                "list of servers is empty",
                "remote shell",
                "'true', 'strict' or 'false'")) {
            assertTrue(message.contains(about), message);
        }
    }

    @Test
    void whoMaySeeTheJobsConfigurationSeesTheNames() {
        assertEquals(List.of("dci", "dcb"), names(job, "dci", Item.EXTENDED_READ));
        assertEquals(List.of("dci", "dcb", "gone"), names(job, "gone", Item.CONFIGURE));
        assertEquals(List.of("dci", "dcb"), names(null, null, Jenkins.ADMINISTER));
    }

    @Test
    void whoMayNotSeesOnlyTheOneThatIsChosen() {
        assertEquals(List.of("chosen"), names(job, "chosen"));
        assertEquals(FormValidation.Kind.OK, descriptor.doCheckName(job, "gone").kind);
        assertEquals(List.of(), names(job, null, Jenkins.ADMINISTER));
        assertEquals(List.of("chosen"), names(null, "chosen", Item.CONFIGURE));
    }

    @Test
    void theFormSaysThatANameIsUnknown() {
        assertEquals(FormValidation.Kind.OK, descriptor.doCheckName(job, "dci").kind);
        FormValidation unknown = descriptor.doCheckName(job, "gone");
        assertEquals(FormValidation.Kind.ERROR, unknown.kind);
        assertTrue(unknown.getMessage().contains("dci, dcb"), unknown.getMessage());
    }

    private List<String> names(Item item, String current, Permission... granted) {
        Permissions.grant(Set.of(granted)::contains);
        return descriptor.doFillNameItems(item, current).stream()
                .map(option -> option.value)
                .toList();
    }

    private static String refusal(String name) {
        return assertThrows(
                        AbortException.class,
                        () -> new PchatPoolStep(name).start(null).start())
                .getMessage();
    }
}
