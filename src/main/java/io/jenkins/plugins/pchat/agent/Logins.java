package io.jenkins.plugins.pchat.agent;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlLogin;

/** Where work gets its accounts from at the moment it needs them, so that nobody has to keep them. */
@FunctionalInterface
public interface Logins {

    /**
     * The account of a credential.
     *
     * @param credentialsId null for the Windows account of the agent
     * @throws Failure INVALID if there is no such credential, or it is of another kind
     */
    SqlLogin find(String credentialsId) throws Failure;
}
