package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.Guard.refuseIf;

import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.check.Check;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What must hold of log shipping after a failback: configured as asked for, and at work. */
final class FailedBackShipping {

    private static final String CYCLE = "fresh-cycle";

    private final ConfigureLogShipping.Request asked;
    private final LogShippingGoal goal;
    private final String where;

    FailedBackShipping(ConfigureLogShipping.Request asked) {
        this.asked = asked;
        this.goal = new LogShippingGoal(asked);
        this.where = asked.primary().instance() + ", " + asked.secondary().instance();
    }

    List<Check<FailedBack>> all(FailedBack.Cycle cycle) {
        return List.of(configured(), jobs(), thresholds(), alerts(), cycle(cycle), handOver());
    }

    private Check<FailedBack> configured() {
        return Check.block(
                        where,
                        refuseIf(
                                "log-shipping-configured",
                                (LogShippingState shipping) ->
                                        !goal.lacking(shipping).isEmpty(),
                                shipping -> String.join("; ", goal.lacking(shipping)) + ".",
                                "Run pchatConfigureLogShipping with the settings that are wanted; with onExisting: 'replace' it"
                                        + " removes what differs."),
                        shipping -> "as asked for: " + shipping.names().backupJob() + " on "
                                + shipping.names().primary() + ", "
                                + shipping.names().copyJob() + " and "
                                + shipping.names().restoreJob() + " on "
                                + shipping.names().secondary())
                .on(seen -> seen.shipping().get());
    }

    private Check<FailedBack> jobs() {
        return Check.block(
                        where,
                        runs("jobs-succeed", run -> !run.alert() && run.failed(), "Mend what the message says."),
                        (List<JobRun> runs) -> lines(runs, run -> !run.alert()))
                .on(seen -> seen.runs().get());
    }

    /** An alert job runs every two minutes: one that has failed may tell of what was mended since. */
    private Check<FailedBack> alerts() {
        return Check.warn(
                        where,
                        runs(
                                "alerts-quiet",
                                run -> run.alert() && run.failed(),
                                "It runs every two minutes. If it still fails after the cycle, look for 14420 and 14421 in the"
                                        + " error log of that instance."),
                        (List<JobRun> runs) -> lines(runs, JobRun::alert))
                .on(seen -> seen.runs().get());
    }

    private static Guard<List<JobRun>> runs(String id, Predicate<JobRun> bad, String remedy) {
        return refuseIf(id, runs -> runs.stream().anyMatch(bad), runs -> lines(runs, bad), remedy);
    }

    private static String lines(List<JobRun> runs, Predicate<JobRun> which) {
        String lines = runs.stream().filter(which).map(JobRun::line).collect(Collectors.joining("; "));
        return lines.isEmpty() ? "no such job" : lines;
    }

    private Check<FailedBack> thresholds() {
        return Check.block(
                        where,
                        refuseIf(
                                "within-thresholds",
                                (LogShippingState shipping) -> !late(shipping).isEmpty(),
                                shipping -> String.join("; ", late(shipping)) + ".",
                                "Look at the history of the jobs on both instances, and whether SQL Server Agent runs there."),
                        shipping -> "last backup " + shipping.primaryEntry().lastDate() + ", last restore "
                                + shipping.secondaryEntry().lastRestoredDate())
                .on(seen -> seen.shipping().get());
    }

    private List<String> late(LogShippingState shipping) {
        List<String> late = new ArrayList<>();
        add(
                late,
                "log backup",
                shipping.primaryEntry() == null ? null : shipping.primaryEntry().lastDate(),
                asked.settings().backup().threshold(),
                shipping.primary());
        add(
                late,
                "restore of a log backup",
                shipping.secondaryEntry() == null
                        ? null
                        : shipping.secondaryEntry().lastRestoredDate(),
                asked.settings().restore().threshold(),
                shipping.secondary());
        return late;
    }

    private static void add(List<String> late, String what, LocalDateTime last, int minutes, LogShippingEnd end) {
        if (last == null || last.plusMinutes(minutes).isBefore(end.server().time())) {
            late.add("the last " + what + " on " + end.name() + " was " + (last == null ? "never" : "at " + last)
                    + ", and it is " + end.server().time() + " there (threshold " + minutes + " min)");
        }
    }

    private Check<FailedBack> cycle(FailedBack.Cycle cycle) {
        if (!cycle.complete() && cycle.failed() == null) {
            return Check.info(where, CYCLE, seen -> "has not been run yet by this step");
        }
        return Check.block(
                where,
                new Guard<>(CYCLE, seen -> Optional.ofNullable(seen.cycle().failed())
                        .map(failed -> new Guard.Refusal(failed, seen.cycle().remedy()))),
                FailedBackShipping::restored);
    }

    /** Which file it was is read after the cycle, and that can fail although the jobs did not; then the check can't be made. */
    private static String restored(FailedBack seen) {
        String file = seen.shipping().get().secondaryEntry() == null ? null : seen.lastRestored();
        return file == null
                ? "its jobs have run; msdb no longer tells which log backup was restored"
                : "backed up, copied and restored " + LogFile.name(file);
    }

    /** It is wanted while the pool has not worked for some days; later on nobody misses it. */
    private Check<FailedBack> handOver() {
        return Check.info(
                asked.primary().instance(),
                "hand-over",
                seen -> seen.shipping().get().handOver().path() == null
                        ? "the secondary's msdb knows of no hand-over backup any more"
                        : seen.shipping().get().handOver().path()
                                + (seen.shipping().get().handOver().header() == null
                                        ? " can't be read any more: "
                                                + seen.shipping()
                                                        .get()
                                                        .handOver()
                                                        .unreadable()
                                        : " can still be read"));
    }
}
