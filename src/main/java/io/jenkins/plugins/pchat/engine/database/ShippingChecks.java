package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Guard;
import io.jenkins.plugins.pchat.engine.check.Check;
import java.util.ArrayList;
import java.util.List;

/** The checks of the log shipping that is there already: what an earlier run of the failback has made is as it should be, all else is in the way. */
final class ShippingChecks {

    private static final Guard<BothServers> EARLIER = Guard.refuseIf(
            "earlier-log-shipping",
            s -> !otherwise(s).isEmpty(),
            s -> "Log shipping of " + s.scope().database() + " is registered already, and otherwise than this failback"
                    + " will do it: " + String.join("; ", otherwise(s)) + ".",
            "Remove it with sp_delete_log_shipping_*, once you know that nobody needs it, or let step 5 replace it"
                    + " (pchatConfigureLogShipping with onExisting: 'replace').");

    private static final Guard<BothServers> IDLE = Guard.refuseIf(
            "jobs-idle",
            s -> !s.takenOver() && !s.backup().shipping().runningJobs().get().isEmpty(),
            s -> "Jobs of log shipping run on " + s.backup().name() + ": "
                    + String.join(", ", s.backup().shipping().runningJobs().get())
                    + ". They would work against the restore of step 5.",
            "Disable those jobs and wait until they have ended, once you know whose they are.");

    private ShippingChecks() {}

    static List<Check<BothServers>> all(String primary, String backup) {
        return List.of(
                Check.block("both", ShippingGuards.NO_REVERSE.on(ShippingChecks::directions), s -> "none"),
                Check.block(primary, ShippingGuards.NO_FOREIGN_SECONDARIES.on(ShippingChecks::shipped), s -> "none"),
                Check.block("both", EARLIER, s -> registered(s) ? "as an earlier run has made it" : "none"),
                Check.warn(
                        "both",
                        ShippingGuards.JOB_NAMES.on(BothServers::jobNames),
                        s -> "they are free, or log" + " shipping's"),
                Check.warn(backup, IDLE, s -> "none runs against it"),
                Check.warn(
                        primary,
                        ShippingGuards.NO_FOREIGN_LOG_BACKUPS.on(s -> logBackups(s, s.primary())),
                        s -> "none in the last week"),
                Check.warn(
                        backup,
                        ShippingGuards.NO_FOREIGN_LOG_BACKUPS.on(s -> logBackups(s, s.backup())),
                        s -> "none in the last week"));
    }

    private static ShippingGuards.Directions directions(BothServers s) {
        return new ShippingGuards.Directions(
                s.scope().database(),
                s.primary().name(),
                s.backup().name(),
                s.primary().shipping().follows().get(),
                s.backup().shipping().primary().get().isPresent());
    }

    private static ShippingGuards.Shipped shipped(BothServers s) {
        return new ShippingGuards.Shipped(
                s.primary().database().place(),
                s.primary()
                        .shipping()
                        .primary()
                        .get()
                        .map(entry -> entry.foreign(
                                s.backup().name() + "." + s.scope().database()))
                        .orElse(List.of()));
    }

    private static boolean registered(BothServers s) {
        return s.primary().shipping().primary().get().isPresent()
                || !s.backup().shipping().secondary().get().isEmpty();
    }

    /** What is registered for other folders or another primary; intervals and names of jobs are the step's own matter. */
    private static List<String> otherwise(BothServers s) {
        Differences primary = new Differences("primary");
        s.primary().shipping().primary().get().ifPresent(entry -> {
            primary.text("backup directory", entry.directory(), s.scope().share());
            primary.text("backup share", entry.share(), s.scope().share());
        });
        Differences secondary = new Differences("secondary");
        s.backup().shipping().secondary().get().forEach(entry -> {
            secondary.text("primary server", entry.primaryServer(), s.primary().name());
            secondary.text(
                    "primary database", entry.primaryDatabase(), s.scope().database());
            secondary.text("source folder", entry.source(), s.scope().share());
            secondary.text("copy folder", entry.destination(), s.scope().copyDirectory());
        });
        List<String> found = new ArrayList<>(primary.found());
        found.addAll(secondary.found());
        return found;
    }

    private static ShippingGuards.LogBackups logBackups(BothServers s, InstanceFacts instance) {
        return new ShippingGuards.LogBackups(
                instance.database().place(),
                instance.shipping().logBackups().get().stream()
                        .filter(each -> !LogShippingReader.under(s.scope().share(), each.path()))
                        .map(ShippingFacts.LogBackup::line)
                        .toList());
    }
}
