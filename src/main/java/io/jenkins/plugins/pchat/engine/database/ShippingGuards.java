package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Guard;
import java.util.List;

/** What must hold of the log shipping that is there already, whichever operation looks at it. */
final class ShippingGuards {

    static final Guard<Directions> NO_REVERSE = Guard.refuseIf(
            "no-reverse-shipping",
            d -> d.primaryFollows() || d.secondaryShips(),
            d -> d.database() + " is registered for log shipping the other way round: "
                    + (d.secondaryShips() ? d.secondary() + " as primary." : d.primary() + " as secondary."),
            "Remove that registration, once you know that nobody needs it (sp_delete_log_shipping_*).");

    static final Guard<Shipped> NO_FOREIGN_SECONDARIES = Guard.refuseIf(
            "foreign-secondaries",
            s -> !s.foreign().isEmpty(),
            s -> s.place() + " is shipped to other secondaries as well: " + String.join(", ", s.foreign()) + ".",
            "Remove them with sp_delete_log_shipping_primary_secondary, once you know that nobody needs them.");

    static final Guard<JobNames> JOB_NAMES = Guard.refuseIf(
            "job-names",
            j -> j.tooLong() != null || j.taken() != null,
            j -> j.tooLong() != null
                    ? "The name of a job has more than 128 characters: " + j.tooLong() + "."
                    : "There is a job already, which has nothing to do with log shipping, of the name " + j.taken()
                            + " (32022).",
            "Choose other names for the jobs.");

    static final Guard<LogBackups> NO_FOREIGN_LOG_BACKUPS = Guard.refuseIf(
            "no-foreign-log-backups",
            b -> !b.foreign().isEmpty(),
            b -> "Something else backs up the log of " + b.place() + ", last to "
                    + b.foreign().get(0)
                    + "; each such backup takes a piece out of the chain that the secondary needs (4305).",
            "Stop those log backups or make them COPY_ONLY. Then restore the hand-over backup again, or wait a day:"
                    + " older ones are not looked at.");

    private ShippingGuards() {}

    /** Whether a database is registered the other way round. */
    record Directions(
            String database, String primary, String secondary, boolean primaryFollows, boolean secondaryShips) {}

    /** The secondaries of a primary other than the wanted one. */
    record Shipped(String place, List<String> foreign) {}

    /**
     * The wanted names of the jobs.
     *
     * @param tooLong one that has no room in msdb; null if all fit
     * @param taken one that a job has which has nothing to do with log shipping; null if none is
     */
    record JobNames(String tooLong, String taken) {

        static JobNames of(LogShippingNames names, List<LogShippingState.Leftover> leftovers) {
            return new JobNames(
                    names.tooLong(),
                    leftovers.stream()
                            .filter(job -> !job.shipping())
                            .map(LogShippingState.Leftover::name)
                            .findFirst()
                            .orElse(null));
        }
    }

    /** Log backups of a database to other places than the share. */
    record LogBackups(String place, List<String> foreign) {}
}
