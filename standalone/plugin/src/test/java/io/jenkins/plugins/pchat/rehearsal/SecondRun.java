package io.jenkins.plugins.pchat.rehearsal;

import io.jenkins.plugins.pchat.host.BuildResult;
import io.jenkins.plugins.pchat.lab.Journal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The same pipeline right after a first run that passed: it must find everything done.
 *
 * @param done the steps that came to their end in it
 * @param journal what was asked of the lab while it ran
 */
public record SecondRun(BuildResult result, List<StepsSeen.Done> done, List<Journal.Entry> journal) {

    /** The verification runs each job of log shipping once; it is all that a run may do that finds everything done. */
    private static final String START_JOB = "sp_start_job";

    private static final int JOBS = 3;

    /** @param first the verdict on the first run, which stands if this run has changed nothing */
    Verdict verdict(Verdict first) {
        if (!result.succeeded()) {
            return Verdict.failed("the second run: " + result.reason());
        }
        List<String> changed = done.stream()
                .filter(StepsSeen.Done::changed)
                .map(StepsSeen.Done::function)
                .toList();
        if (!changed.isEmpty() || done.size() != FaultAt.STEPS.size()) {
            return Verdict.failed("the second run did " + done.size() + " steps, and changed something in " + changed);
        }
        List<Journal.Entry> writes = journal.stream()
                .filter(Journal.Entry::isOfAStep)
                .filter(entry -> !entry.text().contains(START_JOB))
                .toList();
        long cycle = journal.stream()
                .filter(Journal.Entry::isOfAStep)
                .filter(entry -> entry.text().contains(START_JOB))
                .count();
        if (cycle != JOBS) {
            return Verdict.failed("the second run started " + cycle + " jobs instead of " + JOBS);
        }
        return writes.isEmpty()
                ? first
                : Verdict.failed("the second run wrote: "
                        + writes.stream().map(Journal.Entry::text).collect(Collectors.joining("; ")));
    }
}
