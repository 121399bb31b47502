package io.jenkins.plugins.pchat.step;

import io.jenkins.plugins.pchat.engine.Outcome;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What a step gives back to the pipeline. Groovy reads it as properties ({@code result.changed}), in the sandbox too. */
public final class PchatResult implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    public PchatResult(Outcome outcome) {
        this.outcome = outcome;
    }

    /** Whether anything was executed; false when nothing was to do, and on a dry run. */
    @Whitelisted
    public boolean isChanged() {
        return outcome.changed();
    }

    /** The same as {@link #isChanged()}, for {@code result.getChanged()}. */
    @Whitelisted
    public boolean getChanged() {
        return outcome.changed();
    }

    /** The state that was reached: {@code ONLINE}, {@code RESTORING}, {@code Normal}, ... */
    @Whitelisted
    public String getState() {
        return outcome.state();
    }

    /** The backup file; null for steps that have none. */
    @Whitelisted
    public String getPath() {
        return outcome.path();
    }

    /** What else is known, by name; texts, numbers, booleans, and lists and maps of these. It can't be changed. */
    @Whitelisted
    public Map<String, Object> getDetails() {
        return outcome.details();
    }

    /** What was there before, for steps that replace a value; else null. */
    @Whitelisted
    public Object getBefore() {
        return outcome.details().get("before");
    }

    /** What is there now, for steps that replace a value; else null. */
    @Whitelisted
    public Object getAfter() {
        return outcome.details().get("after");
    }

    /**
     * The lines of the plan as the log has them: numbered actions, below each its statement, moved to the right. Empty when nothing is to do,
     * so that {@code if (result.plan)} asks whether there is; {@code result.plan.join('\n')} is the text.
     */
    @Whitelisted
    public List<String> getPlan() {
        return outcome.plan();
    }

    @Whitelisted
    @Override
    public String toString() {
        return "changed: " + isChanged() + ", state: " + getState() + (getPath() == null ? "" : ", path: " + getPath());
    }
}
