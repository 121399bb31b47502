package io.jenkins.plugins.pchat.faults;

/** The steps of the procedure, in its order. */
enum Step {
    CLEAR_ACTIVE_SERVERS,
    REMOVE_MIRRORING,
    BACKUP,
    RESTORE,
    LOG_SHIPPING,
    SET_ACTIVE,
    SET_POOL_STATE;

    /** As it is told in the name of a cell: {@code remove-mirroring}. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
