package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import org.junit.jupiter.api.Test;

/** The secondary is overwritten by the restored database only, and by nothing that has taken its place. */
class LogShippingSourceTest {

    private final ScriptedShipping lab = new ScriptedShipping();
    private final Runs runs = new Runs();

    @Test
    void refusesToOverwriteWhenThePrimaryHasLostRowsMeanwhile() {
        lab.primary.session.effect("^BACKUP DATABASE", (sql, c) -> lab.primary.server.rows = 0);
        Failure failure = runs.fails(lab.operation());
        assertTrue(
                failure.getMessage().contains("has lost rows: dbo.messages: 0 instead of 100"), failure.getMessage());
        assertFalse(lab.secondary.session.executed().stream().anyMatch(sql -> sql.contains("RESTORE DATABASE")));
    }

    @Test
    void refusesToOverwriteWhenThePrimaryWasMadeAnewMeanwhile() {
        lab.primary.session.effect("^BACKUP DATABASE", (sql, c) -> lab.primary.server.family = "another");
        Failure failure = runs.fails(lab.operation());
        assertTrue(failure.getMessage().contains("not the restored one any more"), failure.getMessage());
        assertFalse(lab.secondary.session.executed().stream().anyMatch(sql -> sql.contains("RESTORE DATABASE")));
    }

    @Test
    void refusesToOverwriteWhenTheHandOverHasGoneMeanwhile() {
        lab.primary.session.effect("^BACKUP DATABASE", (sql, c) -> {
            lab.backedUp("pchat-failback " + lab.id, ScriptedShipping.SHARE + "\\init.bak");
            lab.primary.server.headerFailure = Failure.sql(Failure.Code.SQL, 3201, "cannot open backup device");
        });
        Failure failure = runs.fails(lab.operation());
        assertTrue(failure.getMessage().contains("can't be read any more: cannot open"), failure.getMessage());
        assertFalse(lab.secondary.session.executed().stream().anyMatch(sql -> sql.contains("RESTORE DATABASE")));
    }

    /** Nobody's session is ended: whoever is there may be about to write. */
    @Test
    void refusesToOverwriteWhileSomebodyHasConnectedMeanwhile() {
        lab.primary.session.effect("^BACKUP DATABASE", (sql, c) -> {
            lab.backedUp("pchat-failback " + lab.id, ScriptedShipping.SHARE + "\\init.bak");
            lab.secondary.server.connected.add(ScriptedRows.session(61, "CHATB1"));
        });
        Failure failure = runs.fails(lab.operation());
        assertEquals(Failure.Code.REFUSED, failure.code());
        assertTrue(failure.what().contains("Connected now: session 61 of lyncchat from CHATB1"), failure.getMessage());
        assertFalse(lab.secondary.session.executed().stream().anyMatch(sql -> sql.contains("RESTORE DATABASE")));
    }

    @Test
    void lookAgainWhenTheBatchItselfHasRefused() throws Exception {
        lab.secondary.session.fail(
                "RESTORE DATABASE", Failure.sql(Failure.Code.SQL, 50000, "The database was written to."));
        lab.primary.session.effect("^BACKUP DATABASE", (sql, c) -> {
            lab.backedUp("pchat-failback " + lab.id, ScriptedShipping.SHARE + "\\init.bak");
            lab.secondary.server.userAccess = "SINGLE_USER";
        });
        Failure failure = runs.fails(lab.operation());
        assertTrue(failure.what().contains("could not be had for this step alone"), failure.getMessage());
        long attempts = lab.secondary.session.executed().stream()
                .filter(sql -> sql.contains("RESTORE DATABASE"))
                .count();
        assertEquals(3, attempts);
        assertEquals("MULTI_USER", lab.secondary.server.userAccess);
    }

    @Test
    void isNotDoneWhenThePrimaryWasMadeAnewSince() throws Exception {
        runs.run(lab.operation());
        lab.primary.server.family = "another";
        int executed = lab.executed().size();

        Failure failure = runs.fails(lab.operation());
        assertTrue(failure.getMessage().contains("(guard primary-from-hand-over)"), failure.getMessage());

        assertEquals(executed, lab.executed().size());
    }

    @Test
    void neverInitialisesAnewFromAPrimaryThatWasMadeAnew() throws Exception {
        runs.run(lab.operation());
        lab.primary.server.family = "another";
        lab.secondary.lastRestored = null;
        LogShippingSettings d = LogShippingSettings.defaults();
        lab.settings = new LogShippingSettings(
                d.backup(),
                d.copy(),
                d.restore(),
                d.thresholdAlerts(),
                d.historyRetention(),
                d.jobTimeout(),
                LogShippingSettings.OnExisting.REPLACE);
        int executed = lab.executed().size();

        Failure failure = runs.fails(lab.operation());
        assertTrue(failure.getMessage().contains("(guard primary-from-hand-over)"), failure.getMessage());

        assertEquals(executed, lab.executed().size());
    }

    /** The secondary is RESTORING, half overwritten, and msdb tells of no restore. */
    @Test
    void goesOnUnderAnotherIdAfterACutInTheMiddleOfTheRestore() throws Exception {
        Failure lost = Failure.of(Failure.Code.CONNECTION_LOST, "the connection was lost");
        lab.secondary.session.failAt(2, false, lost);
        runs.fails(lab.operation());
        lab.secondary.server.state = "RESTORING";

        lab.id = new OperationId("job-8-shipping");
        assertEquals("RESTORING", runs.run(lab.operation()).state());
        assertFalse(runs.run(lab.operation()).changed());
    }
}
