package io.jenkins.plugins.pchat.step;

import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Computer;
import hudson.model.Item;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.pchat.form.Choices;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the descriptors of all steps have in common. Their checks look at text only; no form ever connects to a server. */
public abstract class PchatStepDescriptor extends StepDescriptor {

    private final String functionName;
    private final List<String> telling;

    /**
     * A descriptor.
     *
     * @param functionName the step's name in a pipeline
     * @param telling the arguments that are shown beside it; never one that could hold a secret
     */
    PchatStepDescriptor(String functionName, String... telling) {
        this.functionName = functionName;
        this.telling = List.of(telling);
    }

    @Override
    public String getFunctionName() {
        return functionName;
    }

    @Override
    public Set<? extends Class<?>> getRequiredContext() {
        return Set.of(
                Run.class,
                FlowNode.class,
                TaskListener.class,
                Node.class,
                Computer.class,
                Launcher.class,
                FilePath.class);
    }

    @Override
    public String argumentsToString(Map<String, Object> namedArgs) {
        String text = telling.stream()
                .map(namedArgs::get)
                .filter(Objects::nonNull)
                .map(value -> value instanceof List<?> list
                        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : value.toString())
                .filter(value -> !value.isBlank())
                .collect(Collectors.joining(" "));
        return Util.fixEmpty(text);
    }

    /** The accounts that the job may use. Who may not see them sees the one that is chosen, and no other. */
    @POST
    public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
        return Choices.accounts(item, credentialsId);
    }
}
