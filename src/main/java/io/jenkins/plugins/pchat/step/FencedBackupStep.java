package io.jenkins.plugins.pchat.step;

import io.jenkins.plugins.pchat.engine.database.SessionLimit;
import org.kohsuke.stapler.DataBoundSetter;

/** What {@link BackupDbStep} does with whoever is connected to the database. */
public abstract class FencedBackupStep extends SqlStep {

    private int sessionTimeoutMinutes = SessionLimit.DEFAULT.minutes();
    private boolean disconnect = SessionLimit.DEFAULT.disconnect();
    private boolean trial;

    /** How long the sessions in the database are given to end by themselves; 0 to look once. */
    public int getSessionTimeoutMinutes() {
        return sessionTimeoutMinutes;
    }

    @DataBoundSetter
    public void setSessionTimeoutMinutes(int sessionTimeoutMinutes) {
        this.sessionTimeoutMinutes = sessionTimeoutMinutes;
    }

    /** Whether sessions that are left then are ended. */
    public boolean isDisconnect() {
        return disconnect;
    }

    @DataBoundSetter
    public void setDisconnect(boolean disconnect) {
        this.disconnect = disconnect;
    }

    /** Whether it is a backup for trying things out, while users go on writing. */
    public boolean isTrial() {
        return trial;
    }

    @DataBoundSetter
    public void setTrial(boolean trial) {
        this.trial = trial;
    }

    SessionLimit sessions() {
        return new SessionLimit(sessionTimeoutMinutes, disconnect);
    }
}
