package io.jenkins.plugins.pchat.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import java.util.Map;
import java.util.TreeMap;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.cps.SnippetizerTester;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Each step's form, drawn by Jenkins and sent back by a browser. */
@WithJenkins
class StepFormsOnJenkinsTest {

    @Test
    void theFormOfAStepKeepsItsDefaults(JenkinsRule jenkins) throws Exception {
        for (PchatStep step : StepSamples.shortest().values()) {
            assertKept(step, new StepConfigTester(jenkins).configRoundTrip(step));
        }
    }

    @Test
    void theFormOfAStepKeepsEveryValue(JenkinsRule jenkins) throws Exception {
        addAccounts();
        for (PchatStep step : StepSamples.fullest()) {
            assertKept(step, new StepConfigTester(jenkins).configRoundTrip(step));
        }
    }

    @Test
    void aSnippetHasWhatIsMandatoryAndNothingElse(JenkinsRule jenkins) throws Exception {
        SnippetizerTester snippetizer = new SnippetizerTester(jenkins);
        for (Map.Entry<String, PchatStep> step : StepSamples.shortest().entrySet()) {
            snippetizer.assertRoundTrip(step.getValue(), step.getKey());
        }
    }

    /** Compares every value that isn't a default, those in lists too. */
    private static void assertKept(PchatStep before, PchatStep after) {
        assertEquals(arguments(before), arguments(after), before.getClass().getSimpleName());
    }

    private static Map<String, ?> arguments(PchatStep step) {
        return new TreeMap<>(DescribableModel.uninstantiate2_(step).getArguments());
    }

    private static void addAccounts() throws Exception {
        for (String id : new String[] {StepSamples.ACCOUNT, StepSamples.OTHER_ACCOUNT}) {
            SystemCredentialsProvider.getInstance()
                    .getCredentials()
                    .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, id, null, "user", "not-used-14"));
        }
        SystemCredentialsProvider.getInstance().save();
    }
}
