package io.jenkins.plugins.pchat.engine.database;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** What is wanted of log shipping, and how far what was seen is from it. */
final class LogShippingGoal {

    private final ConfigureLogShipping.Request request;
    private final LogShippingSettings settings;

    LogShippingGoal(ConfigureLogShipping.Request request) {
        this.request = request;
        this.settings = request.settings();
    }

    String share() {
        return request.share();
    }

    /** What is configured otherwise than wanted. What is missing is no difference: it is completed. */
    List<String> differences(LogShippingState seen) {
        List<String> found = new ArrayList<>(primaryDifferences(seen));
        found.addAll(secondaryDifferences(seen));
        return found;
    }

    private List<String> primaryDifferences(LogShippingState seen) {
        return seen.primaryEntry() == null
                ? List.of()
                : seen.primaryEntry().differences(seen.names(), request.share(), settings);
    }

    private List<String> secondaryDifferences(LogShippingState seen) {
        List<String> found = new ArrayList<>();
        seen.secondaryEntries().forEach(entry -> found.addAll(entry.differences(seen.names(), request)));
        return found;
    }

    boolean replacing() {
        return settings.onExisting() == LogShippingSettings.OnExisting.REPLACE;
    }

    /** Whether the registration on the primary must go before it can be made as wanted. */
    boolean mustRemovePrimary(LogShippingState seen) {
        return seen.primaryEntry() != null
                && (seen.primaryEntry().broken()
                        || replacing() && !primaryDifferences(seen).isEmpty());
    }

    /** The same on the secondary; also while it is initialised, for its jobs would work against that. */
    boolean mustRemoveSecondary(LogShippingState seen) {
        boolean there = seen.orphanedDatabase() || !seen.secondaryEntries().isEmpty();
        boolean broken =
                seen.orphanedDatabase() || seen.secondaryEntries().stream().anyMatch(SecondaryRegistration::broken);
        return there
                && (broken
                        || mustInitialise(seen)
                        || replacing() && !secondaryDifferences(seen).isEmpty());
    }

    /**
     * Whether the secondary must be initialised. A secondary that waits for this primary's log is taken as it is;
     * unless replacing is asked for and its log shipping never worked, for then the chain of log backups may be what is
     * broken.
     */
    boolean mustInitialise(LogShippingState seen) {
        boolean anew = replacing() && !seen.initialisedByThis() && !proven(seen);
        return !seen.initialised() || anew;
    }

    /** Everything that is missing, in words; empty when nothing is left to do. */
    List<String> lacking(LogShippingState seen) {
        List<String> lacking = new ArrayList<>(differences(seen));
        LogShippingNames names = seen.names();
        PrimaryRegistration primary = seen.primaryEntry();
        SecondaryRegistration secondary = seen.secondaryEntry();
        if (mustRemovePrimary(seen) || mustRemoveSecondary(seen)) {
            lacking.add("what is registered is incomplete, or not as wanted");
        }
        if (mustInitialise(seen)) {
            lacking.add(
                    names.database() + " on " + names.secondary() + " does not wait for the log of " + names.primary());
        }
        if (primary == null) {
            lacking.add(names.database() + " is not registered on " + names.primary());
        } else {
            job(lacking, primary.job(), settings.backup().interval());
            if (!shipsToSecondary(seen)) {
                lacking.add(names.primary() + " does not know of " + names.secondary());
            }
        }
        if (secondary == null || secondary.database() == null) {
            lacking.add(names.database() + " is not registered on " + names.secondary());
        } else {
            job(lacking, secondary.copyJob(), settings.copy().interval());
            job(lacking, secondary.restoreJob(), settings.restore().interval());
        }
        if (!seen.primary().alertJob() || !seen.secondary().alertJob()) {
            lacking.add("an alert job is missing or disabled");
        }
        if (!proven(seen)) {
            lacking.add("no log backup has been backed up, copied and restored yet");
        }
        return lacking;
    }

    private static void job(List<String> lacking, AgentJobState job, int interval) {
        if (!job.enabled()) {
            lacking.add("job " + job.name() + " is disabled");
        }
        if (!job.every(interval)) {
            lacking.add("job " + job.name() + " has no schedule of every " + interval + " minutes");
        }
    }

    boolean shipsToSecondary(LogShippingState seen) {
        return seen.primaryEntry() != null
                && seen.primaryEntry()
                        .shipsTo(seen.names().secondary() + "." + seen.names().database());
    }

    /**
     * Whether a log backup has made its way since the secondary was initialised. The last one restored is the last one
     * taken; or, between the runs of the jobs, both are younger than their thresholds. A job's success alone proves
     * nothing: it can succeed and restore nothing.
     */
    boolean proven(LogShippingState seen) {
        PrimaryRegistration primary = seen.primaryEntry();
        SecondaryRegistration secondary = seen.secondaryEntry();
        if (primary == null || secondary == null || primary.lastFile() == null || secondary.lastRestored() == null) {
            return false;
        }
        RestoredSet initial = seen.secondary().restored();
        if (initial == null || secondary.lastRestoredDate().isBefore(initial.restored())) {
            return false;
        }
        boolean caughtUp = LogFile.notBefore(secondary.lastRestored(), primary.lastFile());
        return caughtUp
                || younger(
                                secondary.lastRestoredDate(),
                                settings.restore().threshold(),
                                seen.secondary().server().time())
                        && younger(
                                primary.lastDate(),
                                settings.backup().threshold(),
                                seen.primary().server().time());
    }

    private static boolean younger(LocalDateTime time, int minutes, LocalDateTime now) {
        return time != null && !time.plusMinutes(minutes).isBefore(now);
    }
}
