package io.jenkins.plugins.pchat.host;

/** Answers the questions of {@code input}. */
@FunctionalInterface
public interface Approver {

    /**
     * A question.
     *
     * @param ok the word on the button that goes on
     * @param submitter who may answer: users and groups with commas between them; null for everybody
     */
    record Question(String message, String ok, String submitter) {

        /** Whether a person may answer this; case does not matter, as with Jenkins' own users. */
        boolean mayBeAnsweredBy(String person) {
            if (submitter == null) {
                return true;
            }
            for (String allowed : submitter.split(",")) {
                if (allowed.trim().equalsIgnoreCase(person)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** An answer: who gave it, and whether it goes on. */
    record Answer(String person, boolean approved) {}

    Answer answer(Question question) throws InterruptedException;

    /** The same answer to every question. */
    static Approver always(String person, boolean approved) {
        return question -> new Answer(person, approved);
    }
}
