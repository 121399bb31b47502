package io.jenkins.plugins.pchat.rehearsal;

/**
 * How the rehearsal ended.
 *
 * @param line the last line of its output
 */
record Verdict(boolean passed, String line) {

    static Verdict passed(int messages) {
        return new Verdict(
                true, "REHEARSAL PASSED: " + FaultAt.STEPS.size() + " steps, " + messages + " messages, 0 lost");
    }

    static Verdict stopped(String where, String stateLeft) {
        return new Verdict(false, "REHEARSAL STOPPED: " + where + ", " + stateLeft);
    }

    /** @param why its first line is what is printed, for the verdict is one line */
    static Verdict failed(String why) {
        return new Verdict(
                false,
                "REHEARSAL FAILED: " + String.valueOf(why).lines().findFirst().orElse("no reason given"));
    }

    int exitCode() {
        return passed ? 0 : 1;
    }
}
