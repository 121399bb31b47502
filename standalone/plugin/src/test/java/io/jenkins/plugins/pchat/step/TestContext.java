package io.jenkins.plugins.pchat.step;

import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Computer;
import hudson.model.Job;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.pchat.agent.TestAgent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** A build on an agent, as one execution of a step sees it, and the answer of that execution. */
final class TestContext extends StepContext {

    private static final long serialVersionUID = 1L;

    /** Each build has a number of its own: what an aborted one left running must not be taken for the next one's. */
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final transient Build run;
    private final transient Map<Class<?>, Object> provided;
    private transient CompletableFuture<Object> answer = new CompletableFuture<>();

    /** A job with one build. */
    static final class Build extends Run<Build.Jobs, Build> {
        static final class Jobs extends Job<Jobs, Build> {
            Jobs() {
                super(null, "failback");
            }
        }

        Build() throws IOException {
            super(new Jobs());
        }
    }

    TestContext(TestAgent agent) throws IOException {
        run = new Build();
        run.number = NUMBERS.incrementAndGet();
        provided = Map.of(
                Run.class,
                run,
                FlowNode.class,
                new FlowNode(null, "7", List.of()) {
                    @Override
                    protected String getTypeDisplayName() {
                        return "a step";
                    }
                },
                TaskListener.class,
                agent.listener,
                Node.class,
                agent,
                Computer.class,
                agent.createComputer(),
                Launcher.class,
                agent.createLauncher(agent.listener),
                FilePath.class,
                agent.workspace());
    }

    @Override
    public <T> T get(Class<T> key) {
        return key.cast(provided.get(key));
    }

    @Override
    public void onSuccess(Object result) {
        if (!answer.complete(result)) {
            throw new IllegalStateException("the step has answered twice");
        }
    }

    @Override
    public void onFailure(Throwable t) {
        if (!answer.completeExceptionally(t)) {
            throw new IllegalStateException("the step has answered twice", t);
        }
    }

    @Override
    public boolean isReady() {
        return true;
    }

    /** As after a restart of Jenkins: the step is to answer once more. */
    void forgetAnswer() {
        answer = new CompletableFuture<>();
    }

    boolean hasAnswer() {
        return answer.isDone();
    }

    Object answer() throws Exception {
        return answer.get(30, TimeUnit.SECONDS);
    }

    PchatResult result() throws Exception {
        return (PchatResult) answer();
    }

    Throwable failure() throws Exception {
        try {
            throw new AssertionError("the step succeeded with " + result());
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}
