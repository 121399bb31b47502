package io.jenkins.plugins.pchat.host;

import hudson.model.Result;
import java.util.List;

/**
 * How a build ended.
 *
 * @param stage the stage that was the last to begin
 * @param reason why it did not succeed; null if it did
 * @param approvals what was approved, in order
 */
public record BuildResult(Word word, String stage, String reason, List<BasicSteps.Approval> approvals) {

    /** Jenkins' own words. */
    public enum Word {
        SUCCESS(Result.SUCCESS),
        FAILURE(Result.FAILURE),
        ABORTED(Result.ABORTED);

        private final Result result;

        Word(Result result) {
            this.result = result;
        }

        Result result() {
            return result;
        }
    }

    public boolean succeeded() {
        return word == Word.SUCCESS;
    }
}
