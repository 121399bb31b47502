package org.jenkinsci.plugins.workflow.graphanalysis;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Walks over the graph of a build, from its heads to its start. */
public abstract class AbstractFlowScanner {

    @NonNull
    public List<FlowNode> allNodes(@CheckForNull FlowExecution exec) {
        Set<FlowNode> seen = new LinkedHashSet<>();
        Deque<FlowNode> left = new ArrayDeque<>(exec == null ? List.of() : exec.getCurrentHeads());
        while (!left.isEmpty()) {
            FlowNode node = left.pop();
            if (seen.add(node)) {
                node.getParents().forEach(left::push);
            }
        }
        return new ArrayList<>(seen);
    }
}
