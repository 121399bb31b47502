package io.jenkins.plugins.pchat.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import io.jenkins.plugins.pchat.lab.fault.Faults;
import io.jenkins.plugins.pchat.lab.fault.Moments;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A fault that finds nothing to strike in its step is told, and does not strike in the next one instead. */
class StepsSeenTest {

    private static final String STEP = "pchatRestoreDb";

    private final Faults faults = new Faults(new Journal());

    private StepsSeen during(String fault, Runnable step) {
        StepsSeen seen = new StepsSeen(faults, List.of(FaultAt.of(fault + "@" + STEP)));
        seen.starts(STEP, Map.of());
        step.run();
        seen.ends(STEP, Map.of(), Map.of("changed", true));
        return seen;
    }

    @Test
    void aFaultThatStruckIsNotMissed() {
        assertEquals(
                List.of(),
                during("connection-cut", () -> faults.strikes(Fault.CONNECTION_CUT, "SQLA"))
                        .missed());
    }

    @Test
    void aFaultThatFoundNothingIsToldAndTakenBack() {
        StepsSeen seen = during("backup-damaged", () -> {});
        assertEquals(List.of(new FaultAt("backup-damaged", STEP)), seen.missed());
        assertFalse(faults.inForce(Fault.BACKUP_DAMAGED));
    }

    @Test
    void aFaultOfOneStatementThatFoundNothingIsToldAndTakenBack() {
        StepsSeen seen = during("answer-lost", () -> {});
        assertEquals(List.of(new FaultAt("answer-lost", STEP)), seen.missed());
        assertEquals(Moments.QUIET, faults.moments());
    }

    @Test
    void aFaultThatLastsGoesOn() {
        StepsSeen seen = during("share-full", () -> {});
        assertEquals(List.of(), seen.missed());
        assertTrue(faults.inForce(Fault.SHARE_FULL));
    }
}
