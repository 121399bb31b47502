package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Guard;
import java.util.List;

/** What must hold of a database that is to be replaced, and of the places of its files, whichever operation looks at it. */
final class TargetGuards {

    static final Guard<NamedDatabase> NOT_MIRRORED = Guard.refuseIf(
            "target-not-mirrored",
            d -> d.mirroring().mirrored(),
            d -> d.place() + " is " + d.mirroring().line() + "; it can't be restored (3104).",
            "Remove mirroring on this instance first (pchatRemoveMirroring with this instance).");

    static final Guard<NamedDatabase> NOT_IN_AVAILABILITY_GROUP = Guard.refuseIf(
            "target-not-in-availability-group",
            d -> d.database() != null && d.database().inAvailabilityGroup(),
            d -> d.place() + " is in an availability group; it can't be restored (3104).",
            "Check the instance; Persistent Chat does not support availability groups.");

    static final Guard<NamedDatabase> NOT_RECOVERING = Guard.refuseIf(
            "target-not-recovering",
            d -> d.database() != null && "RECOVERING".equals(d.database().state()),
            d -> d.place() + " is RECOVERING.",
            "Wait until it is ONLINE and run this step again.");

    static final Guard<Snapshots> NO_SNAPSHOTS = Guard.refuseIf(
            "target-no-snapshots",
            s -> !s.names().isEmpty(),
            s -> s.place() + " has snapshots: " + String.join(", ", s.names()) + ".",
            "Drop the snapshots first.");

    static final Guard<Collations> SAME_COLLATION = Guard.refuseIf(
            "same-collation",
            c -> c.present() != null && c.source() != null && !c.present().equalsIgnoreCase(c.source()),
            c -> "The collation of " + c.from() + " is " + c.source() + ", that of " + c.place() + " is " + c.present()
                    + ".",
            "Check that both are databases of the same pool.");

    static final Guard<Placed> FILES_NOT_FOREIGN = Guard.refuseIf(
            "files-not-foreign",
            p -> !p.foreign().isEmpty(),
            p -> "The restore would overwrite " + String.join(", ", p.foreign()) + ".",
            "Create the database through Topology Builder first, so that its files have places of their own.");

    static final Guard<Placed> FILES_DISTINCT = Guard.refuseIf(
            "files-distinct",
            p -> p.placement().ambiguous(),
            p -> "Two files of the backup would go to the same place: "
                    + p.placement().moves() + ".",
            "Restore this backup by hand, with a MOVE for each file.");

    static final Guard<Placed> DISK_SPACE = Guard.refuseIf(
            "disk-space",
            p -> !p.lacking().isEmpty(),
            p -> "There is too little room on " + p.server() + ": " + String.join("; ", p.lacking()) + ".",
            "Make room on that disk.");

    private TargetGuards() {}

    /** The snapshots of a database. */
    record Snapshots(String place, List<String> names) {

        static Snapshots of(DatabaseFacts database) {
            return new Snapshots(database.place(), database.snapshots().get());
        }
    }

    /**
     * The collations of two databases of which one is to replace the other; null where there is none.
     *
     * @param from what holds the one that replaces: a backup, or a database
     */
    record Collations(String from, String source, String place, String present) {}

    /** Where the files of a backup go on a server. */
    record Placed(
            String database, String server, FilePlacement placement, List<DatabaseFile> present, List<Volume> volumes) {

        List<String> foreign() {
            return placement.foreign(database, present);
        }

        List<String> lacking() {
            return placement.lacking(database, present, volumes);
        }
    }
}
