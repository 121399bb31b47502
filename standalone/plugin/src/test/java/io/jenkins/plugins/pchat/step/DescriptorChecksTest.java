package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Item;
import hudson.security.Permission;
import hudson.util.FormValidation;
import io.jenkins.plugins.standalone.CredentialStore;
import io.jenkins.plugins.standalone.Permissions;
import java.util.List;
import java.util.Set;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DescriptorChecksTest {

    private final BackupDbStep.DescriptorImpl backup = new BackupDbStep.DescriptorImpl();
    private Item job;

    @BeforeEach
    void aCredentialAndAJob() throws Exception {
        CredentialStore.clear();
        CredentialStore.add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "dr", "", "sa", "secret"));
        job = new TestContext.Build().getParent();
    }

    @AfterEach
    void everythingIsAllowedAgain() {
        Permissions.grantAll();
        CredentialStore.clear();
    }

    private List<String> accounts(Item item, Permission... granted) {
        Permissions.grant(Set.of(granted)::contains);
        return backup.doFillCredentialsIdItems(item, "chosen").stream()
                .map(option -> option.value)
                .toList();
    }

    @Test
    void whoMayUseTheJobsCredentialsSeesThem() {
        assertEquals(List.of("", "dr", "chosen"), accounts(job, CredentialsProvider.USE_ITEM));
        assertEquals(List.of("", "dr", "chosen"), accounts(job, Item.EXTENDED_READ));
    }

    @Test
    void whoMayNotSeesOnlyTheOneThatIsChosen() {
        assertEquals(List.of("chosen"), accounts(job, Jenkins.ADMINISTER, Item.CONFIGURE));
    }

    @Test
    void outsideOfAJobOnlyAnAdministratorSeesThem() {
        assertEquals(List.of("", "dr", "chosen"), accounts(null, Jenkins.ADMINISTER));
        assertEquals(List.of("chosen"), accounts(null, CredentialsProvider.USE_ITEM));
    }

    @Test
    void theChecksSayWhatTheEngineWillSay() {
        assertEquals(FormValidation.Kind.OK, backup.doCheckInstance(" sqlb\\RTC ").kind);
        assertError("names no SQL Server instance", backup.doCheckInstance(""));
        assertEquals(FormValidation.Kind.OK, backup.doCheckShare("\\\\nas\\pchat").kind);
        assertError("D:\\x", backup.doCheckShare("D:\\x"));
        assertEquals(FormValidation.Kind.OK, backup.doCheckDatabase("").kind);
        assertEquals(FormValidation.Kind.OK, backup.doCheckMaxTransferSize(null).kind);
        assertError("65536", backup.doCheckMaxTransferSize(1));
        assertError("bufferCount", backup.doCheckBufferCount(0));
        assertError("100", backup.doCheckDescription("x".repeat(101)));
        assertError("1440", backup.doCheckSessionTimeoutMinutes(1441));
        assertEquals(FormValidation.Kind.OK, backup.doCheckSessionTimeoutMinutes(0).kind);
        assertError("101", backup.doCheckStats(101));
    }

    @Test
    void trustingAnyCertificateIsWarnedOf() {
        assertEquals(FormValidation.Kind.WARNING, backup.doCheckTrustServerCertificate(true).kind);
        assertEquals(FormValidation.Kind.OK, backup.doCheckTrustServerCertificate(false).kind);
    }

    @Test
    void theOtherStepsCheckTheirOwnFields() {
        var shipping = new ConfigureLogShippingStep.DescriptorImpl();
        assertEquals(FormValidation.Kind.OK, shipping.doCheckSecondary("sqlb", "sqla").kind);
        assertError("same instance", shipping.doCheckSecondary("SQLA ", "sqla"));
        assertError("folder", shipping.doCheckCopyDirectory("LogShipping"));
        assertEquals(FormValidation.Kind.OK, shipping.doCheckHandover("").kind);
        assertError("mgc.bak", shipping.doCheckHandover("mgc.bak"));
        var restore = new RestoreDbStep.DescriptorImpl();
        assertError("UNC", restore.doCheckBackup(""));
        assertError("@@SERVERNAME", restore.doCheckSource("a b"));
        assertEquals(FormValidation.Kind.OK, restore.doCheckSource("").kind);
        assertError("0", restore.doCheckStats(0));
        assertEquals(
                FormValidation.Kind.OK, new RemoveMirroringStep.DescriptorImpl().doCheckDatabases("mgc\nmgccomp").kind);
        var active = new SetActiveStep.DescriptorImpl();
        assertEquals(FormValidation.Kind.OK, active.doCheckServers("a.example.com\r\nb.example.com").kind);
        assertError("a_b", active.doCheckServers("a_b"));
        assertError("no identity", active.doCheckActiveServerIdentity("a b"));
        assertEquals(FormValidation.Kind.OK, active.doCheckActiveServerIdentity("global").kind);
        assertError("1441", active.doCheckReplicationTimeoutMinutes(1441));
        assertError("https", active.doCheckShellUri("ftp://x"));
        assertEquals(FormValidation.Kind.ERROR, active.doCheckPool("").kind);
        var state = new SetPoolStateStep.DescriptorImpl();
        assertEquals(FormValidation.Kind.OK, state.doCheckPool("").kind);
        assertEquals(FormValidation.Kind.OK, state.doCheckIdentity("service: pool.example.com", "").kind);
        assertError("pool or identity", state.doCheckIdentity("", ""));
        assertError("another", state.doCheckIdentity("service:other.example.com", "pool.example.com"));
    }

    @Test
    void anAccountForTheShellNeedsARemoteShell() {
        var state = new SetPoolStateStep.DescriptorImpl();
        assertEquals(FormValidation.Kind.OK, state.doCheckCredentialsId("", "").kind);
        assertEquals(
                FormValidation.Kind.OK,
                state.doCheckCredentialsId("dr", "https://pool.example.com/OcsPowershell").kind);
        assertError("remote shell", state.doCheckCredentialsId("dr", " "));
    }

    @Test
    void theSettingsOfLogShippingAreCheckedTogether() {
        var shipping = new ConfigureLogShippingStep.DescriptorImpl();
        assertError("1 to 59", shipping.doCheckBackupInterval(60));
        assertError("4320", shipping.doCheckBackupRetention(60));
        assertError("backupThreshold is 20", shipping.doCheckBackupThreshold(20, 30));
        assertEquals(FormValidation.Kind.OK, shipping.doCheckBackupThreshold(30, 30).kind);
        assertError("1 to 59", shipping.doCheckCopyInterval(0));
        assertError("4320", shipping.doCheckCopyRetention(4319));
        assertError("1 to 59", shipping.doCheckRestoreInterval(60));
        assertError("14421", shipping.doCheckRestoreThreshold(45, 15, 15, 30));
        assertEquals(FormValidation.Kind.OK, shipping.doCheckRestoreThreshold(60, 15, 15, 30).kind);
        assertError("historyRetention", shipping.doCheckHistoryRetention(90, 100));
        assertEquals(FormValidation.Kind.OK, shipping.doCheckHistoryRetention(100, 100).kind);
        assertError("jobTimeout", shipping.doCheckJobTimeout(0));
        assertError("three different names", shipping.doCheckCopyJobName("same", "same"));
        assertError("three different names", shipping.doCheckRestoreJobName("same", "", "same"));
        assertEquals(FormValidation.Kind.OK, shipping.doCheckBackupJobName("").kind);
        assertError("128", shipping.doCheckBackupJobName("x".repeat(129)));
    }

    private static void assertError(String about, FormValidation validation) {
        assertEquals(FormValidation.Kind.ERROR, validation.kind, validation.toString());
        assertTrue(validation.getMessage().contains(about), validation.getMessage());
    }
}
