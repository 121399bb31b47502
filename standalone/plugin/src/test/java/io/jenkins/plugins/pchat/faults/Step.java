package io.jenkins.plugins.pchat.faults;

import java.util.Arrays;
import java.util.List;

/** The steps of the procedure, in the order of the shipped pipeline. */
enum Step {
    /** Looks, and writes probes to the share. */
    PREFLIGHT,
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
        return Arrays.stream(values()).filter(step -> !step.looks()).toList();
    }

    /** Whether it leaves everything as it is. */
    boolean looks() {
        return this == PREFLIGHT || this == VERIFY;
    }

    /** As it is told in the name of a cell: {@code remove-mirroring}. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
