package io.jenkins.plugins.pchat.host;

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
        SUCCESS,
        FAILURE,
        ABORTED
    }

    public boolean succeeded() {
        return word == Word.SUCCESS;
    }
}
