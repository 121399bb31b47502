package io.jenkins.plugins.pchat.lab.wire;

/** What a server thinks of encryption, and what it therefore answers to a client's wish in PRELOGIN (TDS-FACTS 2). */
public enum Encryption {
    /** It has no certificate: all is sent in the clear. */
    NONE,
    /** It has a certificate but forces nobody; SQL Server's default. */
    OFF,
    /** It refuses a session that isn't encrypted. */
    FORCE;

    /** ENCRYPT_OFF: only the login is encrypted. */
    static final int CLIENT_OFF = 0;
    /** ENCRYPT_ON: the session is encrypted. */
    static final int CLIENT_ON = 1;
    /** ENCRYPT_NOT_SUP: no encryption at all. */
    static final int NOT_SUPPORTED = 2;
    /** ENCRYPT_REQ: the session must be encrypted. */
    static final int REQUIRED = 3;

    /** The byte to answer. */
    int answer(int client) {
        if (this == NONE) {
            return NOT_SUPPORTED;
        }
        if (client == CLIENT_ON || client == REQUIRED) {
            return CLIENT_ON;
        }
        if (this == FORCE) {
            return REQUIRED;
        }
        return client == CLIENT_OFF ? CLIENT_OFF : NOT_SUPPORTED;
    }

    /** What follows the answer: nothing, the login alone, or everything in TLS. */
    static Scope scope(int client, int answer) {
        if (answer == NOT_SUPPORTED || client == NOT_SUPPORTED && answer != REQUIRED) {
            return Scope.NOTHING;
        }
        return answer == CLIENT_OFF ? Scope.LOGIN : Scope.SESSION;
    }

    /** How much of a connection is inside TLS. */
    enum Scope {
        NOTHING,
        LOGIN,
        SESSION
    }
}
