package io.jenkins.plugins.pchat.host;

/** Somebody answered a question with Abort. */
final class Declined extends Exception {

    private static final long serialVersionUID = 1L;

    Declined(String person) {
        super("Rejected by " + person);
    }
}
