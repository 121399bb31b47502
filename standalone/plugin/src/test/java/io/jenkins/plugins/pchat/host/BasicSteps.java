package io.jenkins.plugins.pchat.host;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.TaskListener;
import hudson.model.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.support.steps.input.InputSubmittedAction;
import org.jenkinsci.plugins.workflow.support.steps.input.Rejection;

/** The steps of Jenkins itself that the shipped pipeline uses. */
final class BasicSteps {

    private final Approver approver;
    private final Workers workers;
    private final List<Approval> approvals = new ArrayList<>();

    /** What somebody approved, in the words on the button. */
    public record Approval(String what, String person) {}

    BasicSteps(Approver approver, Workers workers) {
        this.approver = approver;
        this.workers = workers;
    }

    Map<String, HostStep> all() {
        Map<String, HostStep> steps = new LinkedHashMap<>();
        steps.put("echo", BasicSteps::echo);
        steps.put("error", BasicSteps::error);
        steps.put("input", this::input);
        steps.put("node", this::node);
        steps.put("script", (call, scope) -> scope.run(call, Map.of()));
        return steps;
    }

    List<Approval> approvals() {
        return List.copyOf(approvals);
    }

    private static Object echo(StepCall call, Scope scope) {
        scope.log().line(String.valueOf(call.only("message").soleOr("message")));
        return null;
    }

    private static Object error(StepCall call, Scope scope) throws AbortException {
        throw new AbortException(String.valueOf(call.only("message").soleOr("message")));
    }

    /**
     * Only the people named in {@code submitter} may answer, as in Jenkins; who it was is in the log and in {@link
     * #approvals}.
     */
    private Object input(StepCall call, Scope scope) throws Exception {
        call.only("message", "ok", "submitter", "submitterParameter", "id");
        if (call.soleOr("message") == null) {
            throw new PipelineError("input has no message.");
        }
        String ok = call.text("ok") == null ? "Proceed" : call.text("ok");
        String submitter =
                call.text("submitter") == null || call.text("submitter").isBlank() ? null : call.text("submitter");
        Approver.Question question =
                new Approver.Question(call.soleOr("message").toString(), ok, submitter);
        scope.log().line(question.message());
        scope.log().line(ok + " or Abort");
        FlowNode node = scope.flow().head();
        Approver.Answer answer = approver.answer(question);
        if (!question.mayBeAnsweredBy(answer.person())) {
            throw new AbortException(answer.person() + " may not answer this; you need to be '" + submitter + "'.");
        }
        if (!answer.approved()) {
            Rejection rejection = new Rejection(User.getById(answer.person(), false));
            node.addAction(new ErrorAction(new FlowInterruptedException(Result.ABORTED, rejection)));
            throw new Declined(answer.person());
        }
        node.addAction(new InputSubmittedAction(answer.person(), Map.of()));
        scope.log().line("Approved by " + answer.person());
        approvals.add(new Approval(ok, answer.person()));
        return call.text("submitterParameter") == null ? null : answer.person();
    }

    private Object node(StepCall call, Scope scope) throws Exception {
        String label = String.valueOf(call.only("label").soleOr("label"));
        Map<Class<?>, Object> worker = workers.take(label, scope.get(TaskListener.class));
        scope.log().line("Running on " + label);
        return scope.run(call, worker);
    }
}
