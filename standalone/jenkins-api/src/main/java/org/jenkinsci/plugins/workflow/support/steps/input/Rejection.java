package org.jenkinsci.plugins.workflow.support.steps.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;
import jenkins.model.CauseOfInterruption;

/** That a question was answered with no. */
public final class Rejection extends CauseOfInterruption {

    private static final long serialVersionUID = 1L;

    @CheckForNull
    private final String userName;

    private final long timestamp;

    public Rejection(@CheckForNull User u) {
        this.userName = u == null ? null : u.getId();
        this.timestamp = System.currentTimeMillis();
    }

    @CheckForNull
    public User getUser() {
        return userName == null ? null : User.getById(userName, true);
    }

    public long getTimestamp() {
        return timestamp;
    }

    @Override
    public String getShortDescription() {
        return userName == null ? "Rejected" : "Rejected by " + userName;
    }
}
