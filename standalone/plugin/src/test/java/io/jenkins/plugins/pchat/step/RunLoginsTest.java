package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;
import io.jenkins.plugins.standalone.CredentialStore;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunLoginsTest {

    private TestContext.Build run;
    private RunLogins logins;

    @BeforeEach
    void aBuild() throws IOException {
        CredentialStore.clear();
        run = new TestContext.Build();
        logins = new RunLogins(run);
    }

    @AfterEach
    void empty() {
        CredentialStore.clear();
    }

    @Test
    void withoutACredentialItIsTheAgentsAccount() throws Failure {
        assertSame(SqlLogin.AGENT_ACCOUNT, logins.find(null));
        assertEquals(List.of(), CredentialStore.uses());
    }

    @Test
    void findsACredentialAndTracksItsUse() throws Exception {
        var account = new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "dr", "", "DCI\\svc", "s3cret");
        CredentialStore.add(account);
        SqlLogin login = logins.find("dr");
        assertEquals("DCI\\svc", login.user());
        assertEquals("s3cret", login.password());
        assertEquals(List.of(new CredentialStore.Use(run, account)), CredentialStore.uses());
    }

    @Test
    void aMissingCredentialIsNamed() {
        Failure failure = assertThrows(Failure.class, () -> logins.find("dr"));
        assertEquals(Failure.Code.INVALID, failure.code());
        assertTrue(failure.getMessage().contains("no credential 'dr'"), failure.getMessage());
    }

    @Test
    void aCredentialOfAnotherKindIsNamedWithItsKind() {
        CredentialStore.add(new Token());
        Failure failure = assertThrows(Failure.class, () -> logins.find("token"));
        assertTrue(failure.getMessage().contains("'token' is of the kind Token"), failure.getMessage());
        assertEquals(List.of(), CredentialStore.uses());
    }

    private static final class Token implements StandardCredentials {
        private static final long serialVersionUID = 1L;

        @Override
        public String getId() {
            return "token";
        }

        @Override
        public String getDescription() {
            return "";
        }
    }
}
