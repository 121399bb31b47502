package hudson.model.labels;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Util;
import hudson.model.AutoCompletionCandidates;
import hudson.util.FormValidation;
import io.jenkins.plugins.standalone.Labels;

/** Which agents: names of labels, with operators between them. Here one label is all that is understood. */
public abstract class LabelExpression {

    private LabelExpression() {}

    @NonNull
    public static AutoCompletionCandidates autoComplete(String label) {
        AutoCompletionCandidates candidates = new AutoCompletionCandidates();
        Labels.all().stream()
                .filter(known -> known.startsWith(Util.fixNull(label)))
                .forEach(candidates::add);
        return candidates;
    }

    @NonNull
    public static FormValidation validate(String expression) {
        String label = Util.fixEmptyAndTrim(expression);
        if (label == null || Labels.all().contains(label)) {
            return FormValidation.ok();
        }
        return label.matches(".*[&|!<>()\\s].*")
                ? FormValidation.error("Invalid boolean expression: " + label)
                : FormValidation.warning("There's no agent/cloud that matches this assignment.");
    }
}
