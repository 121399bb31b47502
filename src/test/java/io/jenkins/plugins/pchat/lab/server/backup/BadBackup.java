package io.jenkins.plugins.pchat.lab.server.backup;

import java.io.IOException;

/** A backup file can't be read as one. */
public final class BadBackup extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Reason {
        /** It is no backup: error 3241. */
        MALFORMED,
        /** A checksum doesn't fit: errors 3183 and 3189. */
        DAMAGED,
        /** It ends before the set does: error 3256. */
        INCOMPLETE
    }

    private final Reason reason;

    public BadBackup(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
