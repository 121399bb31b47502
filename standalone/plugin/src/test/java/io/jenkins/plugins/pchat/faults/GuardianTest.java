package io.jenkins.plugins.pchat.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.pchat.lab.DataCentres;
import org.junit.jupiter.api.Test;

/** The one who looks on whenever a copy is lost sees it when it was the only good one. */
class GuardianTest {

    @Test
    void aCopyThatTheOtherInstanceHasTooMayGo() throws Exception {
        try (DataCentres lab = DataCentres.start(CellRun.SETTINGS)) {
            Guardian guardian = new Guardian(lab);
            guardian.losing(lab.servers().primary().serverName(), "mgc");
            assertEquals(1, guardian.seen());
            assertEquals(0, guardian.violations().size());
        }
    }

    @Test
    void theOnlyGoodCopyMayNot() throws Exception {
        try (DataCentres lab = DataCentres.start(CellRun.SETTINGS)) {
            Guardian guardian = new Guardian(lab);
            guardian.losing(lab.servers().backup().serverName(), "mgc");
            assertEquals(1, guardian.violations().size());
        }
    }

    @Test
    void otherDatabasesAreNoneOfItsBusiness() throws Exception {
        try (DataCentres lab = DataCentres.start(CellRun.SETTINGS)) {
            Guardian guardian = new Guardian(lab);
            guardian.losing(lab.servers().backup().serverName(), "mgccomp");
            assertEquals(0, guardian.seen());
        }
    }
}
