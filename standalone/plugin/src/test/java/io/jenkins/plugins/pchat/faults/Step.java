package io.jenkins.plugins.pchat.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The steps of the procedure, in the order of the shipped pipeline. */
enum Step {
    /** Looks, and writes probes to the share. */
    PREFLIGHT,
    /** Restores a backup under another name, and drops it again. */
    TRIAL,
    CLEAR_ACTIVE_SERVERS,
    REMOVE_MIRRORING,
    BACKUP,
    RESTORE,
    LOG_SHIPPING,
    SET_ACTIVE,
    SET_POOL_STATE,
    /** Looks, and runs log shipping's jobs once. */
    VERIFY;

    /** The steps that fail the pool back: those that change something. */
    static List<Step> changing() {
        return Arrays.stream(values()).filter(Step::failsBack).toList();
    }

    /** Whether it is one of the seven; the others leave all as it is. */
    boolean failsBack() {
        return !looks() && this != TRIAL;
    }

    /** Whether it does nothing that would have to be undone. */
    boolean looks() {
        return this == PREFLIGHT || this == VERIFY;
    }

    /** As it is told in the name of a cell: {@code remove-mirroring}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
