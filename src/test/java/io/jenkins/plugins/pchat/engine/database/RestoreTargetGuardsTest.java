package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RestoreTargetGuardsTest extends RestoreTest {

    @Test
    void anotherCollation() {
        server.collation = "Latin1_General_CS_AS";
        refused("same-collation");
    }

    @Test
    void aMirroredTarget() {
        server.mirroring.put("mgc", new Object[] {"PRINCIPAL", "SYNCHRONIZED"});
        refused("target-not-mirrored");
    }

    @Test
    void aTargetInAnAvailabilityGroup() {
        server.replicaId = "8c6ec5b8-0000-0000-0000-000000000000";
        refused("target-not-in-availability-group");
    }

    @Test
    void aTargetWithSnapshots() {
        server.snapshots.add(row("name", "mgc_snap"));
        refused("target-no-snapshots");
    }

    @Test
    void aTargetThatIsRecovering() {
        server.state = "RECOVERING";
        refused("target-not-recovering");
    }

    @Test
    void aTargetThatShipsItsLogSinceTheBackup() {
        server.lastLogBackup = ScriptedServer.NOW.plusMinutes(1);
        refused("target-not-serving");
    }

    @Test
    void aTargetThatWasRestoredFromALaterBackup() {
        server.restoredFrom("another", ScriptedServer.NOW.plusDays(1));
        refused("target-not-newer");
    }

    @Test
    void aTargetThatWasRestoredBeforeAndIsInUse() {
        server.restoredFrom("another", ScriptedServer.NOW.minusDays(1));
        server.connected.add(row(
                "session_id",
                61,
                "login_name",
                "DCI\\chat",
                "host_name",
                "CHATA1",
                "program_name",
                "RTC",
                "status",
                "x"));
        refused("target-not-in-use");
    }

    @Test
    void aTargetThatHoldsMoreThanTheBackup() {
        server.usedBytes = 2L << 30;
        refused("target-not-larger");
    }

    @Test
    void notATargetThatIsLargeFromAnEarlierHandOver() throws Exception {
        server.usedBytes = 2L << 30;
        server.restoredFrom("11111111-2222-3333-4444-555555555555", ScriptedServer.NOW.minusHours(1));

        assertTrue(runs.run(operation()).changed());
    }

    @Test
    void aFileOfAnotherDatabase() {
        server.exists = false;
        server.otherFiles.add(ScriptedRows.file("other", 6, 1, "other", "ROWS", "d:\\data\\MGC.mdf"));
        refused("files-not-foreign");
    }

    @Test
    void twoFilesOfOneName() {
        server.exists = false;
        server.session.answer(
                "RESTORE FILELISTONLY",
                row("LogicalName", "a", "PhysicalName", "F:\\1\\x.mdf", "Type", "D", "Size", BigDecimal.ONE),
                row("LogicalName", "b", "PhysicalName", "F:\\2\\x.mdf", "Type", "D", "Size", BigDecimal.ONE));
        refused("files-distinct");
    }

    @Test
    void tooLittleRoom() {
        server.available = 3L << 30;
        refused("disk-space");
    }

    @Test
    void allowsAnOlderRestoreAndAnOldLogBackup() throws Exception {
        server.restoredFrom("another", ScriptedServer.NOW.minusDays(1));
        server.lastLogBackup = ScriptedServer.NOW.minusDays(1);
        server.session.effect(
                "RESTORE DATABASE", (sql, console) -> server.restoredFrom(ScriptedServer.GUID, ScriptedServer.NOW));

        runs.run(operation());

        assertTrue(server.session.executed().size() > 1);
    }
}
