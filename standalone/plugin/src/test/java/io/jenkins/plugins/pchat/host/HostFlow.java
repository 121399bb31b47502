package io.jenkins.plugins.pchat.host;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.actions.TimingAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** The graph of a build: one node after the other, for the host has no parallel branches. */
final class HostFlow extends FlowExecution {

    /** Jenkins keeps no argument that is longer. */
    private static final int LONGEST = 1024;

    private int count;
    private FlowNode head;

    /** A step begins. */
    FlowNode begin(String function, Map<String, Object> arguments) {
        head = new Node(this, String.valueOf(++count), head == null ? List.of() : List.of(head), function);
        head.addAction(new TimingAction());
        head.addAction(new Arguments(arguments));
        return head;
    }

    /** The step that has begun last. */
    FlowNode head() {
        return head;
    }

    @Override
    public List<FlowNode> getCurrentHeads() {
        return head == null ? List.of() : List.of(head);
    }

    private static final class Node extends FlowNode implements StepNode {

        private final String function;

        Node(HostFlow flow, String id, List<FlowNode> parents, String function) {
            super(flow, id, parents);
            this.function = function;
        }

        @Override
        protected String getTypeDisplayName() {
            return function;
        }

        @Override
        public StepDescriptor getDescriptor() {
            return new StepDescriptor() {
                @Override
                public Set<? extends Class<?>> getRequiredContext() {
                    return Set.of();
                }

                @Override
                public String getFunctionName() {
                    return function;
                }
            };
        }
    }

    private static final class Arguments extends ArgumentsAction {

        private final Map<String, Object> arguments;

        Arguments(Map<String, Object> arguments) {
            this.arguments = arguments;
        }

        @Override
        protected Map<String, Object> getArgumentsInternal() {
            Map<String, Object> kept = new TreeMap<>(arguments);
            kept.values().removeIf(value -> value == null || value.toString().length() > LONGEST);
            return kept;
        }
    }
}
