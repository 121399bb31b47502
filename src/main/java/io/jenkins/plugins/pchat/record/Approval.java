package io.jenkins.plugins.pchat.record;

import java.time.Instant;

/**
 * A question of the pipeline, and its answer.
 *
 * @param node the id of the question's node in the build's flow graph
 * @param question what was asked: the first line of the question, or the words on its button
 * @param person who answered; null while nobody has, and when it isn't known
 * @param approved whether the answer was to go on
 * @param asked when it was asked
 * @param answered when it was answered; null while it has not been
 */
public record Approval(String node, String question, String person, boolean approved, Instant asked, Instant answered) {

    boolean declined() {
        return answered != null && !approved;
    }
}
