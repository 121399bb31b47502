package io.jenkins.plugins.pchat.lab.wire;

/** How a server can misbehave on the wire, for tests of clients. */
public enum WireFault {
    /** It behaves. */
    NONE,
    /** It accepts connections and never answers. */
    MUTE_AT_PRELOGIN,
    /** It never answers the client's first TLS message. */
    MUTE_AT_TLS,
    /** It never answers a login. */
    MUTE_AT_LOGIN,
    /** It never answers a batch or call, nor an attention. */
    MUTE_AT_STATEMENT,
    /** It answers a batch or call with half a packet and closes. */
    HALF_PACKET_AT_STATEMENT,
    /** It closes in good order instead of answering a batch or call. */
    CLOSE_AT_STATEMENT,
    /** It resets the connection instead of answering a batch or call. */
    CUT_AT_STATEMENT
}
