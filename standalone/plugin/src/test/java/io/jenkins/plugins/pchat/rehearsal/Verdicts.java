package io.jenkins.plugins.pchat.rehearsal;

import io.jenkins.plugins.pchat.host.BuildResult;
import io.jenkins.plugins.pchat.lab.EndState;
import java.util.List;

/** Judges a build by what the lab says in the end. */
final class Verdicts {

    private final EndState end;
    private final boolean faults;
    private final List<String> servers;

    /**
     * @param faults whether something was meant to go wrong
     * @param servers who was to be active in the end
     */
    Verdicts(EndState end, boolean faults, List<String> servers) {
        this.end = end;
        this.faults = faults;
        this.servers = servers;
    }

    /**
     * The verdict on one run.
     *
     * @param done the steps that came to their end
     * @param begun the last step that was begun; null if none was
     */
    Verdict of(BuildResult result, List<StepsSeen.Done> done, String begun) {
        if (!result.succeeded()) {
            return unfinished(result, begun);
        }
        List<String> functions = done.stream().map(StepsSeen.Done::function).toList();
        if (!functions.equals(FaultAt.STEPS)) {
            return Verdict.failed("the pipeline succeeded with the steps " + functions);
        }
        List<String> wrong = end.wrong(servers);
        return wrong.isEmpty()
                ? Verdict.passed(end.onPrimary().acknowledged())
                : Verdict.failed("the pipeline succeeded, but " + String.join("; ", wrong));
    }

    /** A build that was declined, or that a chosen fault ended, has stopped; a build that failed by itself has failed. */
    private Verdict unfinished(BuildResult result, String begun) {
        if (end.lost(false) > 0) {
            return Verdict.failed(end.lost(false) + " messages are missing on both instances; " + end.inShort());
        }
        String where =
                "stage '" + result.stage() + "', " + (begun == null ? "no step was run" : "last step run: " + begun);
        return result.word() == BuildResult.Word.ABORTED || faults
                ? Verdict.stopped(where, end.inShort())
                : Verdict.failed(where + ": " + result.reason());
    }
}
