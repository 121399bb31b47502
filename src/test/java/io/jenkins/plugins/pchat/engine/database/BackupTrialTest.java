package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Outcome;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A backup for trying things out in daylight, while users chat. */
class BackupTrialTest extends BackupTest {

    private static final String TRIAL = "\\\\nas\\pchat\\mgc_trial_20260102_030405.bak";

    private static BackupDatabase.Request request(boolean copyOnly, SessionLimit limit) {
        return new BackupDatabase.Request(
                TARGET, null, "\\\\nas\\pchat", copyOnly, null, 5, null, null, null, limit, true);
    }

    private BackupDatabase trial() {
        return operation(request(true, null), "b-1");
    }

    @BeforeEach
    void describes() {
        server.session.effect("^BACKUP DATABASE", (sql, console) -> {
            server.headerWith("ServerName", server.name);
            server.backups.add(0, ScriptedRows.backup(server.name, "mgc failback trial", "pchat-failback b-1", TRIAL));
        });
    }

    @Test
    void isTakenWhileUsersWriteAndTheDatabaseIsMirrored() throws Exception {
        server.connected.add(ScriptedRows.session(61, "CHATB1"));
        server.mirroring.put("mgc", new Object[] {"PRINCIPAL", "SYNCHRONIZED"});

        Outcome outcome = runs.run(trial());

        assertEquals("TRIAL", outcome.state());
        assertEquals(TRIAL, outcome.path());
        assertEquals(
                "BACKUP DATABASE [mgc] TO DISK = N'" + TRIAL
                        + "'\n    WITH COPY_ONLY, FORMAT, INIT, SKIP, CHECKSUM, STATS = 5,"
                        + " NAME = N'mgc failback trial', DESCRIPTION = N'pchat-failback b-1'",
                server.session.executed().get(0));
        assertEquals(0, pauses);
    }

    @Test
    void isNeverTakenForAHandOver() throws Exception {
        runs.run(trial());
        List<BackupSet> sets = BackupSet.read(server.session, "mgc", ServerIdentity.read(server.session));

        assertEquals(1, sets.size());
        assertTrue(HandOver.latest(sets).isEmpty());
        assertTrue(HandOver.of(new OperationId("b-1"), sets).isEmpty());
    }

    @Test
    void isFoundAgainByItsOwnExecution() throws Exception {
        runs.run(trial());
        server.rows++;

        assertEquals(TRIAL, runs.run(trial()).path());
        assertEquals(
                1,
                server.session.executed().stream()
                        .filter(sql -> sql.startsWith("BACKUP"))
                        .count());
    }

    @Test
    void isNotDoneByAHandOverOfADatabaseThatIsRestoring() {
        server.state = "RESTORING";
        server.secondary = true;
        server.backups.add(server.backupRow("pchat-failback other-run", "\\\\nas\\pchat\\earlier.bak"));

        runs.refused("database-online", trial(), server.session);
    }

    @Test
    void isAlwaysCopyOnlyAndEndsNobodysSession() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> request(false, null))
                .getMessage()
                .contains("COPY_ONLY"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> request(true, new SessionLimit(1, true)))
                .getMessage()
                .contains("disconnect"));
    }
}
