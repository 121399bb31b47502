package io.jenkins.plugins.pchat.engine.sql;

import java.io.Serializable;

/**
 * Who connects. It lives in memory and on the encrypted channel to the agent only; nothing that is saved holds one.
 *
 * @param user null for the Windows account that the agent runs as; {@code DOMAIN\\user} for NTLM; else a SQL login
 * @param password null with a null user
 */
public record SqlLogin(String user, String password) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The Windows account of the agent's process. */
    public static final SqlLogin AGENT_ACCOUNT = new SqlLogin(null, null);

    public boolean isAgentAccount() {
        return user == null;
    }

    /** Whether the user name is a Windows one, which the driver logs in by NTLM. */
    public boolean isWindows() {
        return user != null && user.indexOf('\\') > 0;
    }

    @Override
    public String toString() {
        return user == null ? "the agent's Windows account" : user;
    }
}
