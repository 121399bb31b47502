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
