package io.jenkins.plugins.pchat.audit;

import hudson.model.Cause;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.StreamTaskListener;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.actions.TimingAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** A pipeline's build with a folder, a log and a graph. */
final class TestBuild extends Run<TestBuild.TestJob, TestBuild> implements FlowExecutionOwner.Executable {

    private final Path folder;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final transient List<FlowNode> nodes = new ArrayList<>();
    int saved;

    /** Its job. */
    static final class TestJob extends Job<TestJob, TestBuild> {
        TestJob() {
            super(null, "failback");
        }
    }

    TestBuild(Path folder) throws IOException {
        super(new TestJob());
        this.folder = folder;
    }

    @Override
    public File getRootDir() {
        return folder.toFile();
    }

    @Override
    public synchronized void save() {
        saved++;
    }

    @Override
    public List<Cause> getCauses() {
        return List.of(new Cause() {
            @Override
            public String getShortDescription() {
                return "Started by user Ada";
            }
        });
    }

    TaskListener listener() {
        return new StreamTaskListener(log);
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    /** A step begins. */
    FlowNode step(String function, Map<String, Object> arguments) {
        FlowNode node = new Node(function, nodes);
        node.addAction(new TimingAction());
        node.addAction(new Arguments(arguments));
        nodes.add(node);
        return node;
    }

    @Override
    public FlowExecutionOwner asFlowExecutionOwner() {
        return new Owner(this);
    }

    private static final class Owner extends FlowExecutionOwner {

        private static final long serialVersionUID = 1L;

        private final transient TestBuild build;

        Owner(TestBuild build) {
            this.build = build;
        }

        @Override
        public FlowExecution get() {
            return new FlowExecution() {
                @Override
                public List<FlowNode> getCurrentHeads() {
                    int count = build.nodes.size();
                    return build.nodes.subList(Math.max(0, count - 1), count);
                }
            };
        }

        @Override
        public TaskListener getListener() {
            return build.listener();
        }
    }

    private static final class Node extends FlowNode implements StepNode {

        private final String function;

        Node(String function, List<FlowNode> before) {
            super(
                    null,
                    String.valueOf(before.size() + 1),
                    before.isEmpty() ? List.of() : List.of(before.get(before.size() - 1)));
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
            return arguments;
        }
    }
}
