package io.jenkins.plugins.pchat.rehearsal;

import io.jenkins.plugins.pchat.faults.FirstChange;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.fault.Moments;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fault and the step that it strikes: one of the lab's own, or one of the fault matrix that strikes a single statement.
 *
 * @param word the fault's name
 * @param function the step's function
 */
record FaultAt(String word, String function) {

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

    private static String fault(String word) {
        if (!words().contains(word)) {
            throw new IllegalArgumentException("'" + word + "' is no fault of the lab. " + names());
        }
        return word;
    }

    /** Lets it strike from now on. */
    void arm(Faults faults) {
        FirstChange.of(word).ifPresentOrElse(faults::moments, () -> faults.arm(Fault.of(word)));
    }

    /** Whether it was to strike once in the step that has ended, and found nothing there; then it strikes nowhere else either. */
    boolean missed(Faults faults) {
        if (FirstChange.of(word).isPresent()) {
            boolean missed = faults.moments() instanceof FirstChange change && !change.struck();
            faults.moments(Moments.QUIET);
            return missed;
        }
        Fault fault = Fault.of(word);
        return fault.once() && faults.takeBack(fault);
    }

    private static List<String> words() {
        return Stream.concat(Arrays.stream(Fault.values()).map(Fault::word), FirstChange.words().stream())
                .toList();
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
        return "The faults are: " + words().stream().collect(Collectors.joining(", ")) + ".";
    }
}
