package io.jenkins.plugins.pchat.audit;

import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.pchat.record.Approval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.actions.TimingAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.support.steps.input.InputSubmittedAction;
import org.jenkinsci.plugins.workflow.support.steps.input.Rejection;

/** The questions of a build and their answers, read from its graph: that is where Jenkins notes who answered. */
final class Approvals {

    /** A question may list a whole plan; this much of its first line tells it from others. */
    private static final int LONGEST = 300;

    private Approvals() {}

    /**
     * All questions so far.
     *
     * @param known what was found earlier: an answer has the time at which it was first seen, if nothing better is known
     */
    static List<Approval> of(Run<?, ?> run, List<Approval> known, Instant now) {
        List<FlowNode> nodes = new DepthFirstScanner().allNodes(BuildLog.graph(run));
        Map<String, Instant> next = new HashMap<>();
        for (FlowNode node : nodes) {
            Instant began = time(node);
            node.getParents().forEach(parent -> next.merge(parent.getId(), began, Approvals::earlier));
        }
        List<Approval> found = new ArrayList<>();
        for (FlowNode node : nodes) {
            if (isQuestion(node)) {
                Instant answered = next.getOrDefault(node.getId(), seen(node, known, now));
                found.add(approval(node, answered));
            }
        }
        // The graph is walked from its end, and two questions can be of the same millisecond.
        Collections.reverse(found);
        found.sort(Comparator.comparing(Approval::asked));
        return found.isEmpty() ? known : found;
    }

    private static boolean isQuestion(FlowNode node) {
        return node instanceof StepNode step
                && step.getDescriptor() != null
                && "input".equals(step.getDescriptor().getFunctionName());
    }

    private static Approval approval(FlowNode node, Instant answered) {
        InputSubmittedAction yes = node.getAction(InputSubmittedAction.class);
        if (yes != null) {
            return new Approval(node.getId(), question(node), yes.getApprover(), true, time(node), answered);
        }
        if (node.getError() != null) {
            return declined(node, node.getError().getError(), answered);
        }
        return new Approval(node.getId(), question(node), null, false, time(node), null);
    }

    private static Approval declined(FlowNode node, Throwable error, Instant answered) {
        String person = null;
        Instant when = answered;
        if (error instanceof FlowInterruptedException interrupted) {
            for (CauseOfInterruption cause : interrupted.getCauses()) {
                if (cause instanceof Rejection no) {
                    User user = no.getUser();
                    person = user == null ? null : user.getId();
                    when = Instant.ofEpochMilli(no.getTimestamp());
                } else if (cause instanceof CauseOfInterruption.UserInterruption stopped) {
                    person = stopped.getUserId();
                }
            }
        }
        return new Approval(node.getId(), question(node), person, false, time(node), when);
    }

    /** The first line of the question; the words on its button if Jenkins did not keep the question because it is long. */
    private static String question(FlowNode node) {
        Map<String, Object> arguments = ArgumentsAction.getFilteredArguments(node);
        Object said = arguments.get("message") == null ? arguments.get("ok") : arguments.get("message");
        String line = String.valueOf(said == null ? node.getDisplayName() : said)
                .lines()
                .findFirst()
                .orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    private static Instant seen(FlowNode node, List<Approval> known, Instant now) {
        return known.stream()
                .filter(each -> each.node().equals(node.getId()) && each.answered() != null)
                .map(Approval::answered)
                .findFirst()
                .orElse(now);
    }

    private static Instant time(FlowNode node) {
        return Instant.ofEpochMilli(TimingAction.getStartTime(node));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
