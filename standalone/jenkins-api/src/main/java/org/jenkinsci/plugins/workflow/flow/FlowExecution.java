package org.jenkinsci.plugins.workflow.flow;

import java.util.List;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** A pipeline that runs or has run. */
public abstract class FlowExecution {

    public abstract List<FlowNode> getCurrentHeads();
}
