package org.jenkinsci.plugins.workflow.support.steps.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Map;
import org.jenkinsci.plugins.workflow.actions.PersistentAction;

/** That a question was answered with yes. */
public class InputSubmittedAction implements PersistentAction {

    private final String approver;

    public InputSubmittedAction(String approver, @CheckForNull Map<String, Object> parameters) {
        this.approver = approver;
    }

    /** The user id; null if nobody was logged in. */
    @CheckForNull
    public String getApprover() {
        return approver;
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return "Input Submitted";
    }

    @Override
    public String getUrlName() {
        return null;
    }
}
