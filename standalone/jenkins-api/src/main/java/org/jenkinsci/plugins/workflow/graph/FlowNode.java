package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Actionable;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;

/** A node of a build's graph: one execution of one step. */
public abstract class FlowNode extends Actionable {

    private final List<FlowNode> parents;
    private final String id;

    protected FlowNode(FlowExecution exec, String id, List<FlowNode> parents) {
        this.id = id;
        this.parents = List.copyOf(parents);
    }

    public String getId() {
        return id;
    }

    @NonNull
    public List<FlowNode> getParents() {
        return parents;
    }

    @CheckForNull
    public final ErrorAction getError() {
        return getAction(ErrorAction.class);
    }

    @Override
    public String getDisplayName() {
        return getTypeDisplayName();
    }

    protected abstract String getTypeDisplayName();
}
