package io.jenkins.plugins.pchat.rehearsal;

import io.jenkins.plugins.pchat.lab.fault.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A fault and the step that it strikes.
 *
 * @param function the step's function
 */
record FaultAt(Fault fault, String function) {

    /** The seven steps in the order of the procedure. */
    static final List<String> STEPS = List.of(
            "pchatClearActiveServers",
            "pchatRemoveMirroring",
            "pchatBackupDb",
            "pchatRestoreDb",
            "pchatConfigureLogShipping",
            "pchatSetActive",
            "pchatSetPoolState");

    /** Reads {@code share-full@3} or {@code share-full@pchatBackupDb}. */
    static FaultAt of(String text) {
        String[] parts = text.trim().split("@", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "-Dfault is '" + text + "'; write NAME@STEP, such as share-full@3. " + names());
        }
        return new FaultAt(fault(parts[0]), step(parts[1]));
    }

    private static Fault fault(String word) {
        try {
            return Fault.of(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + " " + names());
        }
    }

    private static String step(String word) {
        for (int i = 0; i < STEPS.size(); i++) {
            if (STEPS.get(i).equals(word) || String.valueOf(i + 1).equals(word)) {
                return STEPS.get(i);
            }
        }
        throw new IllegalArgumentException(
                "'" + word + "' is no step; write 1 to 7 or one of " + String.join(", ", STEPS) + ".");
    }

    private static String names() {
        return "The faults are: "
                + Arrays.stream(Fault.values()).map(Fault::word).collect(Collectors.joining(", ")) + ".";
    }
}
