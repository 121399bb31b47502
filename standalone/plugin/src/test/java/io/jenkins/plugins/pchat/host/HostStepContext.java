package io.jenkins.plugins.pchat.host;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Where one execution of one step runs, and where its answer arrives. */
final class HostStepContext extends StepContext {

    private static final long serialVersionUID = 1L;

    private final transient Map<Class<?>, Object> provided;
    private final transient CompletableFuture<Object> answer = new CompletableFuture<>();

    HostStepContext(Map<Class<?>, Object> provided) {
        this.provided = new HashMap<>(provided);
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
        answer.completeExceptionally(t);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    /** Waits for the answer; a failure is thrown as it is. */
    Object answer() throws Exception {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw (Error) e.getCause();
        }
    }
}
