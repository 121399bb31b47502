package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.inspection.PreflightRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the step makes of its parameters. */
class PreflightStepTest {

    @Test
    void thePreflightHasAnAccountForEachServerAndOneForTheShell() {
        PreflightStep step = Steps.preflight();
        step.setCredentialsId("one");
        assertEquals(List.of("one", "one"), step.work().credentialsIds());
        assertNull(step.work().shell().credentialsId());
        step.setBackupCredentialsId("two");
        step.setShellUri("https://pool.example.com/OcsPowershell");
        step.setShellCredentialsId("three");
        assertEquals(List.of("one", "two"), step.work().credentialsIds());
        assertEquals("three", step.work().shell().credentialsId());
    }

    @Test
    void aDryRunOfThePreflightWritesNoProbes() {
        PreflightStep step = Steps.preflight();
        step.setBackupHostNameInCertificate("b.example.com");
        assertTrue(((PreflightRequest) step.work().request()).probes());
        step.setDryRun(true);
        assertFalse(((PreflightRequest) step.work().request()).probes());
        assertNull(step.work().request().targets().get(0).hostNameInCertificate());
        assertEquals("b.example.com", step.work().request().targets().get(1).hostNameInCertificate());
    }
}
