package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was read on both ends.
 *
 * @param primaryEntry null when the database is not registered as primary
 * @param secondaryEntries all registrations on the secondary that have to do with the database, of whichever
 *     primary
 * @param orphanedDatabase whether the secondary database is registered without the primary that it belongs to
 * @param primaryFollows whether the primary's database is itself registered as a secondary there
 * @param secondaryShips whether the secondary's database is itself registered as a primary there
 * @param leftovers jobs that have the wanted names and belong to none of the registrations
 * @param foreignLogBackups log backups of the primary to other places than the share, since its last restore but
 *     not older than a day
 */
record LogShippingState(
        LogShippingNames names,
        LogShippingEnd primary,
        LogShippingEnd secondary,
        PrimaryRegistration primaryEntry,
        List<SecondaryRegistration> secondaryEntries,
        boolean orphanedDatabase,
        boolean primaryFollows,
        boolean secondaryShips,
        List<Leftover> leftovers,
        List<String> foreignLogBackups,
        HandOverCheck handOver,
        InitialBackups initial)
        implements Observation {

    /**
     * A job that nothing refers to any more.
     *
     * @param shipping whether it has log shipping's category, so that it is what an earlier configuration left
     */
    record Leftover(boolean onPrimary, String name, boolean shipping) {}

    /**
     * The hand-over backup, as the primary reads it.
     *
     * @param path null when the secondary's msdb knows of none
     * @param header null when the file does not hold exactly one set
     * @param unreadable why it can't be read; null if it can
     * @param latest the latest hand-over backup that the secondary has taken; null when its msdb knows of none
     */
    record HandOverCheck(String path, BackupHeader header, String unreadable, BackupSet latest) {

        /** What had been written to the database before it; empty if it does not tell. */
        Optional<WriteStamp> stamp() {
            return header == null ? Optional.empty() : WriteStamp.in(header.description());
        }

        /** Whether the secondary has taken another one since. Both times are by the secondary's clock. */
        boolean outdated() {
            return header != null
                    && latest != null
                    && !latest.isSet(header.guid())
                    && latest.finish() != null
                    && latest.finish().isAfter(header.finish());
        }
    }

    /**
     * The backups that initialise secondaries.
     *
     * @param own the one that this operation has taken since the primary was last restored; null if none
     * @param any all of them since then, the latest first
     * @param backingUp how far this operation's own backup is that still runs; null if none does
     * @param restoring the same of its restore
     * @param snapshots those of the secondary's database
     * @param placement where the primary's files go on the secondary; null without a database on either
     * @param foreignFiles files of other databases that would be overwritten
     */
    record InitialBackups(
            BackupSet own,
            List<BackupSet> any,
            Integer backingUp,
            Integer restoring,
            List<String> snapshots,
            FilePlacement placement,
            List<String> foreignFiles) {}

    /** The registration of this primary on the secondary; null when there is none. */
    SecondaryRegistration secondaryEntry() {
        return secondaryEntries.stream()
                .filter(e -> names.primary().equalsIgnoreCase(e.primaryServer())
                        && names.database().equalsIgnoreCase(e.primaryDatabase()))
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether the secondary waits for the log of this very primary: it was restored from one of its initialising
     * backups, and the primary's is still the database that they were taken of.
     */
    boolean initialised() {
        return secondary.restoring()
                && secondary.restored() != null
                && primary.restored() != null
                && initial.restoring() == null
                && initial.any().stream()
                        .anyMatch(set -> set.isSet(secondary.restored().guid()));
    }

    /** The same, by this operation's own backup. */
    boolean initialisedByThis() {
        return initialised()
                && initial.own() != null
                && initial.own().isSet(secondary.restored().guid());
    }

    /** The tables of which the primary has fewer rows than the secondary, in words: what would be lost by overwriting it. */
    List<String> fewerOnPrimary() {
        return compared() ? primary.mark().fewerThan(secondary.mark()) : List.of();
    }

    /** The tables of which the primary has more: somebody may have put it into service, and restoring it again would lose that. */
    private List<String> moreOnPrimary() {
        List<String> more = new ArrayList<>();
        if (compared()) {
            primary.mark().tables().forEach((table, on) -> {
                WriteMark.Table there = secondary.mark().tables().get(table);
                if (there != null && on.rows() > there.rows()) {
                    more.add(table + " has " + on.rows() + " rows on " + names.primary() + " and " + there.rows()
                            + " on " + names.secondary() + ": somebody may have put " + names.primary()
                            + " into service already");
                }
            });
        }
        return more;
    }

    private boolean compared() {
        return primary.mark() != null && secondary.mark() != null;
    }

    /** What was written to the secondary since the hand-over backup was taken, in words; null if nothing, and if that can't be told. */
    String writtenSinceHandOver() {
        return secondary.mark() == null
                ? null
                : handOver.stamp().map(stamp -> stamp.movedTo(secondary.mark())).orElse(null);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(primary.lines(names.database()));
        lines.add("on " + names.primary() + ": "
                + (primaryEntry == null ? "not registered as log shipping primary" : primaryEntry.line()));
        lines.addAll(secondary.lines(names.database()));
        if (secondaryEntries.isEmpty()) {
            lines.add("on " + names.secondary() + ": not registered as log shipping secondary");
        }
        secondaryEntries.forEach(entry -> lines.add("on " + names.secondary() + ": " + entry.line()));
        leftovers.forEach(job -> lines.add("on " + (job.onPrimary() ? names.primary() : names.secondary()) + ": job "
                + job.name() + " belongs to no registration"));
        if (initialised()) {
            lines.add(names.database() + " on " + names.secondary() + " was initialised at "
                    + secondary.restored().restored());
        } else if (handOver.path() != null) {
            lines.add("hand-over backup " + handOver.path()
                    + (handOver.header() == null
                            ? " can't be used: " + handOver.unreadable()
                            : ", " + handOver.header().line()));
            if (handOver.header() != null && handOver.stamp().isEmpty()) {
                lines.add(
                        "the hand-over backup does not tell what had been written before it; the rows alone are compared");
            }
            lines.addAll(moreOnPrimary());
        }
        return lines;
    }
}
