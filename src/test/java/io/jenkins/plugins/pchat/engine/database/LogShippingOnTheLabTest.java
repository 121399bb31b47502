package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Outcome;
import io.jenkins.plugins.pchat.lab.Journal;
import io.jenkins.plugins.pchat.lab.fault.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real operations through the real driver against the lab: backup, restore, log shipping, and log shipping again.
 */
class LogShippingOnTheLabTest {

    @TempDir
    Path root;

    private LogShippingServers lab;

    @BeforeEach
    void start() throws Exception {
        lab = new LogShippingServers(root);
    }

    @AfterEach
    void end() throws Exception {
        lab.close();
    }

    @Test
    void shipsTheLogAndHasNothingToDoTheSecondTime() throws Exception {
        lab.handOver();
        Outcome first = lab.run(lab.shipping(), "shipping-1");
        assertTrue(first.changed());
        assertEquals("RESTORING", lab.backup.databaseState("mgc"));
        assertEquals("ONLINE", lab.primary.databaseState("mgc"));
        String restored = (String) first.details().get("lastRestoredFile");
        assertTrue(restored.startsWith("D:\\LogShipping\\mgc_"), restored);
        assertEquals(LogFile.name((String) first.details().get("lastBackedUpFile")), LogFile.name(restored));

        int writes =
                lab.journal.entries(entry -> entry.kind() == Journal.Kind.WRITE).size();
        Outcome second = lab.run(lab.shipping(), "shipping-2");
        assertFalse(second.changed());
        assertEquals(restored, second.details().get("lastRestoredFile"));
        assertEquals(
                writes,
                lab.journal.entries(entry -> entry.kind() == Journal.Kind.WRITE).size());
    }

    @Test
    void goesOnAfterTheAgentWasGivenItsRights() throws Exception {
        lab.handOver();
        lab.faults.arm(Fault.AGENT_SHARE_DENIED);
        Failure failure = assertThrows(Failure.class, () -> lab.run(lab.shipping(), "shipping-1"));
        assertTrue(failure.getMessage().contains("LSCopy_SQLA\\RTC_mgc has failed"), failure.getMessage());
        assertTrue(failure.getMessage().contains("Access to the path"), failure.getMessage());

        lab.faults.disarm();
        assertTrue(lab.run(lab.shipping(), "shipping-2").changed());
        assertEquals(
                1,
                lab.journal
                        .entries(entry -> entry.kind() == Journal.Kind.WRITE
                                && entry.text().contains("NORECOVERY, CHECKSUM"))
                        .size(),
                "the secondary is initialised once");
    }

    @Test
    void refusesWhileTheAgentIsStopped() throws Exception {
        lab.handOver();
        lab.faults.arm(Fault.AGENT_STOPPED);
        Failure failure = assertThrows(Failure.class, () -> lab.run(lab.shipping(), "shipping-1"));
        assertTrue(failure.getMessage().contains("guard agent-runs"), failure.getMessage());
        assertEquals("ONLINE", lab.backup.databaseState("mgc"));
    }

    @Test
    void refusesWhenSomethingWasWrittenAfterTheHandOver() throws Exception {
        lab.handOver();
        lab.backup.run("mgc", "INSERT INTO messages VALUES (4)");
        Failure failure = assertThrows(Failure.class, () -> lab.run(lab.shipping(), "shipping-1"));
        assertTrue(failure.getMessage().contains("guard secondary-not-newer"), failure.getMessage());
        assertEquals("ONLINE", lab.backup.databaseState("mgc"));
    }

    @ParameterizedTest
    @CsvSource({"CONNECTION_CUT, 3/21", "SERVER_KILLED, 3/21", "CONNECTION_CUT, 5/21", "SERVER_KILLED, 5/21"})
    void comesToTheSameEndAfterABackupOrRestoreWasCut(Fault cut, String action) throws Exception {
        lab.handOver();
        lab.strike(cut, action);
        Failure failure = assertThrows(Failure.class, () -> lab.run(lab.shipping(), "shipping-1"));
        assertEquals(Failure.Code.CONNECTION_LOST, failure.code(), failure.getMessage());

        if (cut == Fault.SERVER_KILLED) {
            lab.awaitRestart();
        }
        lab.faults.disarm();
        Outcome outcome = lab.run(lab.shipping(), "shipping-1");
        assertEquals("RESTORING", outcome.state());
        assertFalse(lab.run(lab.shipping(), "shipping-2").changed());
    }
}
