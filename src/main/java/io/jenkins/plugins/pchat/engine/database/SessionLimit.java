package io.jenkins.plugins.pchat.engine.database;

import java.io.Serializable;

/**
 * How long the sessions in a database are given to end by themselves, and what comes then.
 *
 * @param minutes 0 to 1440; 0 looks once
 * @param disconnect whether those that are left are ended then; else the operation fails
 */
public record SessionLimit(int minutes, boolean disconnect) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Fifteen minutes, and nobody is cut off. */
    public static final SessionLimit DEFAULT = new SessionLimit(15, false);

    public SessionLimit {
        Requests.between("sessionTimeoutMinutes", minutes, 0, 1440);
    }
}
