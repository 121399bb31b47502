package io.jenkins.plugins.pchat.rehearsal;

import io.jenkins.plugins.pchat.host.BuildResult;
import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.Journal;
import java.util.List;
import java.util.stream.Collectors;

/** Judges a build by what the lab says. */
final class Verdicts {

    /** Waits until the chat servers work again. */
    interface Chatting {
        void check() throws InterruptedException;
    }

    private final DataCentres lab;
    private final Options options;
    private final List<String> servers;

    Verdicts(DataCentres lab, Options options, List<String> servers) {
        this.lab = lab;
        this.options = options;
        this.servers = servers;
    }

    Verdict of(BuildResult result, StepsSeen seen, Chatting chatting) throws InterruptedException {
        if (!result.succeeded()) {
            return unfinished(result, seen);
        }
        List<String> done = seen.done().stream().map(StepsSeen.Done::function).toList();
        if (!done.equals(FaultAt.STEPS)) {
            return Verdict.failed("the pipeline succeeded with the steps " + done);
        }
        chatting.check();
        EndState end = new EndState(lab);
        List<String> wrong = end.wrong(servers);
        return wrong.isEmpty()
                ? Verdict.passed(end.onPrimary().acknowledged())
                : Verdict.failed("the pipeline succeeded, but " + String.join("; ", wrong));
    }

    /**
     * A build that was declined, or that a chosen fault stopped, has stopped; a build that failed by itself has
     * failed.
     */
    private Verdict unfinished(BuildResult result, StepsSeen seen) {
        EndState end = new EndState(lab);
        if (end.lost(false) > 0) {
            return Verdict.failed(end.lost(false) + " messages are missing on both instances; " + end.inShort());
        }
        String where = "stage '" + result.stage() + "'"
                + (seen.begun() == null ? ", no step was run" : ", last step run: " + seen.begun());
        return result.word() == BuildResult.Word.ABORTED || !options.faults().isEmpty()
                ? Verdict.stopped(where, end.inShort())
                : Verdict.failed(where + ": " + result.reason());
    }

    /** The second run right after a first that passed. */
    static Verdict ofSecondRun(
            Verdict first, BuildResult result, List<StepsSeen.Done> done, List<Journal.Entry> journal) {
        List<String> changed = done.stream()
                .filter(StepsSeen.Done::changed)
                .map(StepsSeen.Done::function)
                .toList();
        List<Journal.Entry> writes = journal.stream().filter(Verdicts::writes).toList();
        if (!result.succeeded()) {
            return Verdict.failed("the second run: " + result.reason());
        }
        if (!changed.isEmpty() || done.size() != FaultAt.STEPS.size()) {
            return Verdict.failed(
                    "the second run did " + done.size() + " steps, and these changed something: " + changed);
        }
        if (!writes.isEmpty()) {
            return Verdict.failed("the second run wrote: "
                    + writes.stream().map(Journal.Entry::text).collect(Collectors.joining("; ")));
        }
        return first;
    }

    /** Whether a step wrote; what the chat servers and SQL Server Agent write is none of it. */
    static boolean writes(Journal.Entry entry) {
        return entry.kind() == Journal.Kind.SHELL_WRITE
                || entry.kind() == Journal.Kind.WRITE && entry.who().startsWith("pchat-failback");
    }
}
