package io.jenkins.plugins.pchat.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.security.Permission;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.standalone.CredentialStore;
import io.jenkins.plugins.standalone.Labels;
import io.jenkins.plugins.standalone.Permissions;
import java.util.List;
import java.util.Set;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PchatPoolChecksTest {

    private final PchatPool.DescriptorImpl form = new PchatPool.DescriptorImpl();

    @BeforeEach
    void aCredentialAndAnAgent() throws Exception {
        CredentialStore.clear();
        CredentialStore.add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "dr", "", "sa", "secret"));
        Labels.set("pchat-management", "linux");
    }

    @AfterEach
    void everythingIsAllowedAgain() {
        Permissions.grantAll();
        CredentialStore.clear();
        Labels.set();
    }

    @Test
    void theChecksSayWhatTheStepsWillSay() {
        assertError("name", form.doCheckName(" "));
        assertError("names no Persistent Chat pool", form.doCheckPool(""));
        assertError("names no SQL Server instance", form.doCheckPrimary("sqla;x=y"));
        assertError("same instance", form.doCheckBackup("SQLA ", "sqla"));
        assertError("D:\\x", form.doCheckShare("D:\\x"));
        assertError("folder", form.doCheckCopyDirectory("LogShipping"));
        assertError("chata1", form.doCheckActiveServers("chata1"));
        assertError("list of servers is empty", form.doCheckActiveServers(""));
        assertError("https", form.doCheckShellUri("ftp://x"));
        assertError("remote shell", form.doCheckShellCredentialsId("dr", ""));
        assertEquals(FormValidation.Kind.WARNING, form.doCheckTrustServerCertificate(true).kind);
        assertEquals(FormValidation.Kind.WARNING, form.doCheckAgent("windows").kind);
        assertError("expression", form.doCheckAgent("a &&"));
    }

    @Test
    void whatIsRightIsNotComplainedOf() {
        PchatPool pool = Pools.whole("dci");
        for (FormValidation check : List.of(
                form.doCheckName(pool.getName()),
                form.doCheckPool(pool.getPool()),
                form.doCheckPrimary(pool.getPrimary()),
                form.doCheckBackup(pool.getBackup(), pool.getPrimary()),
                form.doCheckShare(pool.getShare()),
                form.doCheckCopyDirectory(pool.getCopyDirectory()),
                form.doCheckActiveServers(form.lines(pool.getActiveServers())),
                form.doCheckShellUri(""),
                form.doCheckShellUri(pool.getShellUri()),
                form.doCheckShellCredentialsId(pool.getShellCredentialsId(), pool.getShellUri()),
                form.doCheckTrustServerCertificate(false),
                form.doCheckAgent(""))) {
            assertEquals(FormValidation.Kind.OK, check.kind, check.toString());
        }
    }

    @Test
    void theChecksAnswerAdministratorsOnly() {
        Permissions.grant(Set.of(CredentialsProvider.USE_ITEM)::contains);
        for (FormValidation check : List.of(
                form.doCheckName(""),
                form.doCheckPool(""),
                form.doCheckPrimary(""),
                form.doCheckBackup("", ""),
                form.doCheckShare(""),
                form.doCheckCopyDirectory(""),
                form.doCheckActiveServers(""),
                form.doCheckShellUri("x"),
                form.doCheckShellCredentialsId("dr", ""),
                form.doCheckTrustServerCertificate(true),
                form.doCheckAgent("a &&"))) {
            assertEquals(FormValidation.Kind.OK, check.kind, check.toString());
        }
    }

    @Test
    void onlyAnAdministratorSeesTheAccounts() {
        assertEquals(List.of("", "dr", "chosen"), values(form.doFillSqlCredentialsIdItems("chosen")));
        assertEquals(List.of("", "dr", "chosen"), values(form.doFillShellCredentialsIdItems("chosen")));
        granted(CredentialsProvider.USE_ITEM);
        assertEquals(List.of("chosen"), values(form.doFillSqlCredentialsIdItems("chosen")));
        assertEquals(List.of("chosen"), values(form.doFillShellCredentialsIdItems("chosen")));
    }

    @Test
    void onlyAnAdministratorIsToldTheLabels() {
        assertEquals(List.of("pchat-management"), form.doAutoCompleteAgent("pc").getValues());
        granted(CredentialsProvider.USE_ITEM);
        assertEquals(List.of(), form.doAutoCompleteAgent("pc").getValues());
        granted(Jenkins.ADMINISTER);
        assertEquals(List.of("linux"), form.doAutoCompleteAgent("lin").getValues());
    }

    private static void granted(Permission permission) {
        Permissions.grant(permission::equals);
    }

    private static List<String> values(ListBoxModel items) {
        return items.stream().map(option -> option.value).toList();
    }

    private static void assertError(String about, FormValidation validation) {
        assertEquals(FormValidation.Kind.ERROR, validation.kind, validation.toString());
        assertTrue(validation.getMessage().contains(about), validation.getMessage());
    }
}
