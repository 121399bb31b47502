package io.jenkins.plugins.pchat.engine.inspection;

import io.jenkins.plugins.pchat.engine.check.Finding;

/**
 * A change to a lab in which all is well, and how to take it back.
 *
 * @param check the check that notices it
 * @param result what the check then comes to
 */
record Scene(String check, Finding.Result result, Change change, Change undo) {

    /** Does something to the lab. */
    @FunctionalInterface
    interface Change {
        void to(PreflightLab lab) throws Exception;
    }

    static Scene blocks(String check, Change change) {
        return blocks(check, change, lab -> {});
    }

    static Scene blocks(String check, Change change, Change undo) {
        return new Scene(check, Finding.Result.BLOCK, change, undo);
    }

    static Scene warns(String check, Change change, Change undo) {
        return new Scene(check, Finding.Result.WARN, change, undo);
    }

    @Override
    public String toString() {
        return check + " " + result;
    }
}
