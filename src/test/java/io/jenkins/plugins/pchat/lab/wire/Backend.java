package io.jenkins.plugins.pchat.lab.wire;

/** The SQL Server behind a TDS listener. */
public interface Backend {

    /** The server's own name, for messages: {@code SQLB\RTC}. */
    String serverName();

    /** Product version as in {@code 12.0.6024.0}. */
    String productVersion();

    /**
     * Checks a login and opens a session.
     *
     * @param login what the client sent
     * @param link the connection, so that the server can end it
     * @throws ServerError 18456, 4060, ...: sent to the client, the connection is closed
     */
    BackendSession login(Login login, Link link) throws ServerError;

    /**
     * What a client says of itself in LOGIN7.
     *
     * @param user the SQL login, or {@code DOMAIN\\user} when NTLM was used
     * @param password as sent, or null when NTLM has proved it
     * @param encrypted whether the session is encrypted after the login
     */
    record Login(
            String user,
            String password,
            String database,
            String applicationName,
            String hostName,
            String clientLibrary,
            boolean encrypted,
            boolean windows) {

        @Override
        public String toString() {
            return "Login[" + user + ", " + applicationName + ", " + hostName + "]";
        }
    }

    /** The password of a Windows account, for checking an NTLM proof; null when there is no such account. */
    String windowsPassword(String domain, String user);

    /** The connection as the server sees it. */
    interface Link {
        /** Resets the connection without a word, as a network fault does. */
        void cut();

        /** Whether the client is still there. */
        boolean open();
    }
}
