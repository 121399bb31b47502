package io.jenkins.plugins.pchat.rehearsal;

import io.jenkins.plugins.pchat.host.Approver;
import io.jenkins.plugins.pchat.host.BuildLog;
import io.jenkins.plugins.pchat.host.BuildResult;
import io.jenkins.plugins.pchat.host.PipelineHost;
import io.jenkins.plugins.pchat.host.PluginSteps;
import io.jenkins.plugins.pchat.host.TerminalApprover;
import io.jenkins.plugins.pchat.lab.DataCentres;
import io.jenkins.plugins.pchat.lab.EndState;
import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.ShippedPipeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** Starts a lab in the state after a failover, runs the shipped pipeline against it, and says what came of it. */
public final class Rehearsal {

    /** Messages that the chat servers must have got through before the pipeline begins, and again after it. */
    private static final int SOME_MESSAGES = 10;

    private static final Duration CHAT_LIMIT = Duration.ofSeconds(30);

    private final Options options;
    private final InputStream in;
    private final PrintStream out;

    Rehearsal(Options options, InputStream in, PrintStream out) {
        this.options = options;
        this.in = in;
        this.out = out;
    }

    public static void main(String[] arguments) {
        Verdict verdict;
        try {
            verdict = new Rehearsal(Options.read(System::getProperty), System.in, System.out).run();
        } catch (IllegalArgumentException e) {
            verdict = Verdict.failed(e.getMessage());
        } catch (Exception e) {
            e.printStackTrace(System.out);
            verdict = Verdict.failed(e.toString());
        }
        System.out.println(verdict.line());
        System.out.flush();
        // The lab is gone and the verdict is the last line: Maven, in whose process this runs, would end with codes
        // that reset
        // the terminal's colours.
        Runtime.getRuntime().halt(verdict.exitCode());
    }

    Verdict run() throws Exception {
        explain();
        try (DataCentres lab = DataCentres.start(options.settings());
                AgentSetup agent = new AgentSetup(lab, person())) {
            if (options.named()) {
                agent.nameThePool();
                out.println("The pool is configured in Jenkins; its name is the pipeline's only parameter: "
                        + agent.parameters());
            }
            if (options.disconnect()) {
                agent.parameters().put("DISCONNECT", "true");
            }
            chatting(lab, "The chat servers don't get a message through");
            return run(lab, agent);
        }
    }

    private void explain() {
        if (!options.approveGiven()) {
            out.println(
                    options.approve() == Options.Approve.ASK
                            ? "You will be asked before each step; -Dapprove=all answers every question with yes, -Dapprove=none with no."
                            : "No terminal is attached, so every question is answered with yes (-Dapprove=all).");
        }
        options.faults()
                .forEach(each -> out.println("Fault " + each.word() + " will strike in " + each.function() + "."));
    }

    private Verdict run(DataCentres lab, AgentSetup agent) throws Exception {
        StepsSeen seen = new StepsSeen(lab.faults(), options.faults());
        RunPages pages = new RunPages(options.page());
        PipelineHost host = new PipelineHost(PluginSteps.all(seen), agent.host(), approver(), pages.builds());
        BuildResult first = build(host, agent);
        List<StepsSeen.Done> done = seen.done();
        SecondRun second = first.succeeded() && options.twice() ? again(lab, host, agent, seen) : null;
        if (first.succeeded()) {
            chatting(lab, "No message gets through after the failback");
        }
        lab.chat().close();
        EndState end = new EndState(lab);
        out.println();
        end.table(first.succeeded()).forEach(out::println);
        pages.write(second == null ? 1 : 2, out);
        seen.missed()
                .forEach(each -> out.println("Fault " + each.word() + " found nothing to strike in " + each.function()
                        + ", so this was a rehearsal without it."));
        writeJournal(lab);
        Verdict verdict = new Verdicts(end, !options.faults().isEmpty(), agent.servers()).of(first, done, seen.begun());
        return verdict.passed() && second != null ? second.verdict(verdict) : verdict;
    }

    private BuildResult build(PipelineHost host, AgentSetup agent) {
        return host.run(ShippedPipeline.NAME, ShippedPipeline.text(), agent.parameters(), new BuildLog(out));
    }

    private SecondRun again(DataCentres lab, PipelineHost host, AgentSetup agent, StepsSeen seen) {
        out.println();
        out.println("The same pipeline once more.");
        int entries = lab.journal().entries().size();
        int steps = seen.done().size();
        BuildResult result = build(host, agent);
        List<Journal.Entry> journal = lab.journal().entries();
        return new SecondRun(
                result, seen.done().subList(steps, seen.done().size()), journal.subList(entries, journal.size()));
    }

    private void chatting(DataCentres lab, String otherwise) throws InterruptedException {
        int wanted = lab.chat().ledger().count() + SOME_MESSAGES;
        if (!lab.chat().ledger().awaitCount(wanted, CHAT_LIMIT)) {
            List<Journal.Entry> events = lab.journal().entries(entry -> entry.kind() == Journal.Kind.EVENT);
            throw new IllegalStateException(
                    otherwise + (events.isEmpty() ? "." : "; the lab's last event: " + events.get(events.size() - 1)));
        }
    }

    private Approver approver() {
        return switch (options.approve()) {
            case ASK -> new TerminalApprover(in, out, person());
            case ALL -> Approver.always(person(), true);
            case NONE -> Approver.always(person(), false);
        };
    }

    private static String person() {
        return System.getProperty("user.name", "rehearsal");
    }

    private void writeJournal(DataCentres lab) throws IOException {
        if (options.journal() != null) {
            Files.write(
                    options.journal(),
                    lab.journal().entries().stream()
                            .map(Journal.Entry::toString)
                            .toList());
            out.println("The lab's journal is in " + options.journal().toAbsolutePath());
        }
    }
}
