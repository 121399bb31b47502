package io.jenkins.plugins.pchat.step;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Run;
import io.jenkins.plugins.pchat.agent.Logins;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;

/** The accounts that a build may use: it sees the credentials of its folder and of those above, and each use is tracked. */
record RunLogins(Run<?, ?> run) implements Logins {

    @Override
    public SqlLogin find(String credentialsId) throws Failure {
        if (credentialsId == null) {
            return SqlLogin.AGENT_ACCOUNT;
        }
        // Any kind, so that one of the wrong kind is told from one that isn't there.
        IdCredentials found = CredentialsProvider.findCredentialById(credentialsId, IdCredentials.class, run);
        if (found == null) {
            throw refused("There is no credential '" + credentialsId + "' that this build may use.")
                    .next("check credentialsId, and that the credential is in this job's folder, in one above it, or"
                            + " global.");
        }
        if (!(found instanceof StandardUsernamePasswordCredentials account)) {
            throw refused("Credential '" + credentialsId + "' is of the kind "
                            + found.getClass().getSimpleName() + ".")
                    .next("give the id of a credential of the kind 'Username with password'.");
        }
        CredentialsProvider.track(run, account);
        return new SqlLogin(account.getUsername(), account.getPassword().getPlainText());
    }

    private static Failure refused(String what) {
        return Failure.of(Failure.Code.INVALID, what).leaving("nothing was contacted by this step.");
    }
}
