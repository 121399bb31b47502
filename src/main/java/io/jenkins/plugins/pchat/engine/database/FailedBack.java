package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.check.Reading;
import java.util.List;
import java.util.Optional;

/**
 * What both instances look like after a failback. Each part is read by itself: what can't be read takes nothing else with it.
 *
 * @param asked what log shipping was to be
 * @param primary the instance that serves the users now
 * @param primaryCompliance {@code mgccomp} there; empty when it does not exist
 * @param orphans the users of the primary's database without a login
 * @param hosts from where sessions are open in the primary's database
 * @param secondary the instance that the log is shipped to
 * @param secondaryCompliance {@code mgccomp} there
 * @param shipping both ends of log shipping
 * @param runs how its jobs ended last
 * @param files the failback's backups on the share
 * @param cycle the cycle that was run to see whether it works
 */
public record FailedBack(
        ConfigureLogShipping.Request asked,
        Reading<LogShippingEnd> primary,
        Reading<Optional<DatabaseState>> primaryCompliance,
        Reading<List<OrphanedUser>> orphans,
        Reading<List<String>> hosts,
        Reading<LogShippingEnd> secondary,
        Reading<Optional<DatabaseState>> secondaryCompliance,
        Reading<MirroringState> complianceMirroring,
        Reading<LogShippingState> shipping,
        Reading<List<JobRun>> runs,
        Reading<BackupFiles> files,
        Cycle cycle) {

    /**
     * The cycle as far as it has come.
     *
     * @param complete whether all of its jobs were run, and the files that they left are the same
     * @param failed why it did not come to its end; null if it did, and while it was not begun
     * @param remedy what to do about that; null with it
     */
    record Cycle(boolean complete, String failed, String remedy) {}

    /** Both servers, a line each. */
    public List<String> lines() {
        return List.of(line(primary), line(secondary));
    }

    private static String line(Reading<LogShippingEnd> end) {
        return end.present() ? end.get().server().line() : end.failure().what();
    }

    /** Whether the primary's database can be asked what is in it. */
    boolean primaryOnline() {
        return primary.present() && primary.get().online();
    }

    /** The name that the primary has for itself; the one that it was reached by while it can't be asked. */
    public String primaryName() {
        return primary.present() ? primary.get().name() : asked.primary().instance();
    }

    /** The same of the secondary. */
    public String secondaryName() {
        return secondary.present() ? secondary.get().name() : asked.secondary().instance();
    }

    /** From where sessions are open in the primary's database; a reading, for it may not be known. */
    public Reading<List<String>> connectedHosts() {
        return hosts;
    }

    /** The last log backup that was taken; null if there is none, and while that can't be read. */
    public String lastBackedUp() {
        return shipping.present() && shipping.get().primaryEntry() != null
                ? shipping.get().primaryEntry().lastFile()
                : null;
    }

    /** The last one that was copied to the secondary, likewise. */
    public String lastCopied() {
        return shipping.present() && shipping.get().secondaryEntry() != null
                ? shipping.get().secondaryEntry().lastCopied()
                : null;
    }

    /** The last one that was restored there, likewise. */
    public String lastRestored() {
        return shipping.present() && shipping.get().secondaryEntry() != null
                ? shipping.get().secondaryEntry().lastRestored()
                : null;
    }
}
