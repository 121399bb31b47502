package org.jenkinsci.plugins.workflow.actions;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Map;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** What a step was called with. In Jenkins without secrets and without what is longer than 1024 characters. */
public abstract class ArgumentsAction implements PersistentAction {

    @NonNull
    protected abstract Map<String, Object> getArgumentsInternal();

    @NonNull
    public static Map<String, Object> getFilteredArguments(@NonNull FlowNode n) {
        ArgumentsAction action = n.getAction(ArgumentsAction.class);
        return action == null ? Map.of() : action.getArgumentsInternal();
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return "Step Arguments";
    }

    @Override
    public String getUrlName() {
        return "stepArguments";
    }
}
