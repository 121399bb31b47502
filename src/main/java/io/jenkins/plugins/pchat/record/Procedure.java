package io.jenkins.plugins.pchat.record;

import java.util.List;

/** The procedure's seven steps, by the names of their functions. */
final class Procedure {

    static final String CLEAR = "pchatClearActiveServers";
    static final String LOG_SHIPPING = "pchatConfigureLogShipping";
    static final String SET_ACTIVE = "pchatSetActive";
    static final String STATE = "pchatSetPoolState";

    /** None of the seven: it looks before them whether they can be done. */
    static final String PREFLIGHT = "pchatPreflight";

    /** None of the seven: it looks afterwards whether they have kept their promise. */
    static final String VERIFY = "pchatVerify";

    /** In the order of the procedure. */
    static final List<String> STEPS =
            List.of(CLEAR, "pchatRemoveMirroring", "pchatBackupDb", "pchatRestoreDb", LOG_SHIPPING, SET_ACTIVE, STATE);

    private Procedure() {}

    /** The number of a step from 1; 0 for what is none. */
    static int number(String function) {
        return STEPS.indexOf(function) + 1;
    }

    static String label(String function) {
        return switch (number(function)) {
            case 1 -> Messages.Procedure_clear();
            case 2 -> Messages.Procedure_mirroring();
            case 3 -> Messages.Procedure_backup();
            case 4 -> Messages.Procedure_restore();
            case 5 -> Messages.Procedure_logShipping();
            case 6 -> Messages.Procedure_setActive();
            case 7 -> Messages.Procedure_state();
            default -> other(function);
        };
    }

    private static String other(String function) {
        return switch (function) {
            case PREFLIGHT -> Messages.Procedure_preflight();
            case VERIFY -> Messages.Procedure_verify();
            default -> function;
        };
    }
}
