package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.pchat.engine.inspection.Verify;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepBindingTest {

    @Test
    void theStepsHaveTheNamesOfTheDocuments() {
        Set<String> names = new TreeSet<>();
        Steps.all().forEach(step -> names.add(step.getDescriptor().getFunctionName()));
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
                        "pchatVerify"),
                names);
    }

    @Test
    void whatIsMandatoryIsInTheConstructor() throws Exception {
        assertEquals(
                List.of("pool", "primary", "backup", "share", "copyDirectory", "servers"),
                Steps.mandatory(PreflightStep.class));
        assertEquals(List.of("pool"), Steps.mandatory(ClearActiveServersStep.class));
        assertEquals(List.of("instance"), Steps.mandatory(RemoveMirroringStep.class));
        assertEquals(List.of("instance", "share"), Steps.mandatory(BackupDbStep.class));
        assertEquals(List.of("instance", "backup"), Steps.mandatory(RestoreDbStep.class));
        assertEquals(
                List.of("primary", "secondary", "share", "copyDirectory"),
                Steps.mandatory(ConfigureLogShippingStep.class));
        assertEquals(List.of("pool", "servers"), Steps.mandatory(SetActiveStep.class));
        assertEquals(List.of(), Steps.mandatory(SetPoolStateStep.class));
        assertEquals(
                List.of("pool", "primary", "secondary", "share", "copyDirectory", "servers"),
                Steps.mandatory(VerifyStep.class));
    }

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.pchat.step.Steps#stream")
    void everyStepTakesDryRunAndAnAccountAndNeedsAnAgent(PchatStep step) throws Exception {
        assertFalse(step.isDryRun());
        assertNull(step.getCredentialsId());
        assertTrue(Steps.parameters(step.getClass()).containsAll(List.of("dryRun", "credentialsId")));
        assertTrue(step.getDescriptor()
                .getRequiredContext()
                .containsAll(Set.of(
                        Run.class, TaskListener.class, Node.class, Launcher.class, FilePath.class, FlowNode.class)));
        assertFalse(step.getDescriptor().getDisplayName().isBlank());
    }

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.pchat.step.Steps#stream")
    void aStepWithItsMandatoryValuesAloneIsValid(PchatStep step) {
        step.work();
    }

    @Test
    void theBackupHasTheDocumentsDefaults() {
        BackupDbStep step = new BackupDbStep("sqlb", Steps.SHARE);
        assertEquals("mgc", step.getDatabase());
        assertTrue(step.isCopyOnly());
        assertEquals("default", step.getCompression());
        assertEquals(5, step.getStats());
        assertNull(step.getMaxTransferSize());
        assertNull(step.getBufferCount());
        assertEquals("true", step.getEncrypt());
        assertFalse(step.isTrustServerCertificate());
    }

    @Test
    void anEmptyValueIsTheDefault() {
        BackupDbStep step = new BackupDbStep(" sqlb ", Steps.SHARE);
        step.setDatabase(" ");
        step.setCompression("");
        step.setEncrypt(null);
        step.setCredentialsId(" ");
        step.setHostNameInCertificate("");
        step.setDescription(" ");
        assertEquals("sqlb", step.getInstance());
        assertEquals("mgc", step.getDatabase());
        assertEquals("default", step.getCompression());
        assertEquals("true", step.getEncrypt());
        assertNull(step.getCredentialsId());
        assertNull(step.getHostNameInCertificate());
        assertNull(step.getDescription());
    }

    @Test
    void namesComeAsAListOrOneALine() {
        RemoveMirroringStep step = new RemoveMirroringStep("sqlb");
        step.setDatabases(List.of(" mgc \r\n\nmgccomp"));
        assertEquals(List.of("mgc", "mgccomp"), step.getDatabases());
        step.setDatabases(Arrays.asList("mgc", null));
        assertEquals(List.of("mgc"), step.getDatabases());
        step.setDatabases(null);
        assertEquals(List.of("mgc", "mgccomp"), step.getDatabases());
        assertEquals(List.of(), new SetActiveStep(Steps.POOL, null).getServers());
    }

    @Test
    void theSecondarysAccountIsThePrimarysUnlessAnotherIsGiven() {
        ConfigureLogShippingStep step = new ConfigureLogShippingStep("sqla", "sqlb", Steps.SHARE, "D:\\LogShipping");
        step.setCredentialsId("one");
        assertEquals(List.of("one", "one"), step.work().credentialsIds());
        step.setSecondaryCredentialsId("two");
        assertEquals(List.of("one", "two"), step.work().credentialsIds());
    }

    @Test
    void theVerificationHasAnAccountForEachServerAndOneForTheShell() {
        VerifyStep step = Steps.verify();
        step.setCredentialsId("one");
        assertEquals(List.of("one", "one"), step.work().credentialsIds());
        assertNull(step.work().shell().credentialsId());
        step.setSecondaryCredentialsId("two");
        step.setShellUri("https://pool.example.com/OcsPowershell");
        step.setShellCredentialsId("three");
        assertEquals(List.of("one", "two"), step.work().credentialsIds());
        assertEquals("three", step.work().shell().credentialsId());
    }

    @Test
    void theVerificationAsksForWhatLogShippingIsConfiguredLikeByDefault() {
        ConfigureLogShippingStep configured =
                new ConfigureLogShippingStep("sqla\\RTC", "sqlb\\RTC", Steps.SHARE, "D:\\LogShipping");
        Verify.Request asked = (Verify.Request) Steps.verify().work().request();
        assertEquals(configured.request(), asked.shipping());
    }

    @Test
    void theSecondarysCertificateHasANameOfItsOwn() {
        ConfigureLogShippingStep step = new ConfigureLogShippingStep("sqla", "sqlb", Steps.SHARE, "D:\\LogShipping");
        step.setHostNameInCertificate("a.example.com");
        step.setSecondaryHostNameInCertificate("b.example.com");
        step.setTrustServerCertificate(true);
        step.setEncrypt("strict");
        var targets = step.request().targets();
        assertEquals("a.example.com", targets.get(0).hostNameInCertificate());
        assertEquals("b.example.com", targets.get(1).hostNameInCertificate());
        assertTrue(targets.get(1).trustServerCertificate());
        assertEquals("strict", targets.get(1).encrypt().word());
    }

    @Test
    void whatIsShownBesideAStepTellsWhatItActsOn() {
        Map<String, Object> arguments =
                Map.of("pool", Steps.POOL, "servers", List.of("a.example.com", "b.example.com"), "credentialsId", "dr");
        assertEquals(
                "pool.example.com a.example.com, b.example.com",
                new SetActiveStep.DescriptorImpl().argumentsToString(arguments));
        assertNull(new SetPoolStateStep.DescriptorImpl().argumentsToString(Map.of("credentialsId", "dr")));
    }
}
