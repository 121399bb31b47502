package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigureLogShippingTest {

    private final ScriptedShipping lab = new ScriptedShipping();
    private final Runs runs = new Runs();

    @Test
    void initialisesRegistersAndProves() throws Exception {
        Outcome outcome = runs.run(lab.operation());

        assertTrue(outcome.changed());
        assertEquals("RESTORING", outcome.state());
        assertEquals("\\\\nas\\pchat\\mgc_20260102030405.trn", outcome.details().get("lastBackedUpFile"));
        assertEquals(
                "D:\\LogShipping\\mgc_20260102030405.trn", outcome.details().get("lastCopiedFile"));
        assertEquals(
                "D:\\LogShipping\\mgc_20260102030405.trn", outcome.details().get("lastRestoredFile"));
        assertEquals("SQLA\\RTC", outcome.details().get("primary"));
        assertEquals("LSCopy_SQLA\\RTC_mgc", outcome.details().get("copyJob"));
        assertEquals(
                List.of(
                        "CHECKDB",
                        "VERIFYONLY",
                        "BACKUP DATABASE",
                        "sp_add_log_shipping_primary_database",
                        "sp_attach_schedule",
                        "sp_update_job",
                        "sp_add_log_shipping_alert_job",
                        "sp_add_log_shipping_primary_secondary",
                        "sp_start_job"),
                kinds(lab.primary.session.executed()));
        assertEquals(
                List.of(
                        "VERIFYONLY",
                        "RESTORE DATABASE",
                        "xp_create_subdir",
                        "sp_add_log_shipping_secondary_primary",
                        "sp_attach_schedule",
                        "sp_attach_schedule",
                        "sp_add_log_shipping_secondary_database",
                        "sp_update_job",
                        "sp_update_job",
                        "sp_add_log_shipping_alert_job",
                        "sp_start_job",
                        "sp_start_job"),
                kinds(lab.secondary.session.executed()));
    }

    static List<String> kinds(List<String> statements) {
        List<String> words = List.of(
                "CHECKDB",
                "VERIFYONLY",
                "BACKUP DATABASE",
                "RESTORE DATABASE",
                "xp_create_subdir",
                "sp_attach_schedule",
                "sp_update_job",
                "sp_start_job",
                "sp_delete_job");
        return statements.stream()
                .map(sql -> words.stream()
                        .filter(sql::contains)
                        .findFirst()
                        .orElseGet(() -> sql.replaceAll("(?s).*?(sp_\\w+log_shipping\\w+).*", "$1")))
                .toList();
    }

    @Test
    void hasNothingToDoTheSecondTime() throws Exception {
        runs.run(lab.operation());
        int executed = lab.executed().size();

        Outcome outcome = runs.run(lab.operation());
        assertFalse(outcome.changed());
        assertEquals("RESTORING", outcome.state());
        assertEquals(
                "D:\\LogShipping\\mgc_20260102030405.trn", outcome.details().get("lastRestoredFile"));
        assertEquals(executed, lab.executed().size());
    }

    @Test
    void writesNothingOnADryRun() throws Exception {
        Outcome outcome = runs.dryRun(lab.operation());
        assertFalse(outcome.changed());
        assertEquals(List.of(), lab.executed());
        assertTrue(runs.text().contains("RESTORE DATABASE [mgc]"), runs.text());
        assertTrue(runs.text().contains("sp_add_log_shipping_secondary_database"), runs.text());
    }

    @Test
    void comesToTheSameEndAfterACutAtAnyStatement() throws Exception {
        runs.run(lab.operation());
        for (int n = 1; n <= lab.primary.session.executed().size(); n++) {
            cutAt(n, 0);
        }
        for (int n = 1; n <= lab.secondary.session.executed().size(); n++) {
            cutAt(0, n);
        }
    }

    /** The n-th statement on an end does not happen; and it happens, but the answer is lost. */
    private static void cutAt(int onPrimary, int onSecondary) throws Exception {
        for (boolean done : new boolean[] {false, true}) {
            String where = "cut at " + onPrimary + ", " + onSecondary + (done ? " after it" : " before it");
            ScriptedShipping cut = new ScriptedShipping();
            Failure lost = Failure.of(Failure.Code.CONNECTION_LOST, "the connection was lost");
            cut.primary.session.failAt(onPrimary, done, lost);
            cut.secondary.session.failAt(onSecondary, done, lost);
            assertEquals(lost.what(), new Runs().fails(cut.operation()).what());
            Outcome outcome = new Runs().run(cut.operation());
            assertEquals("RESTORING", outcome.state(), where);
            boolean cutRestore = onSecondary == 2 && !done;
            assertEquals(
                    cutRestore ? 2 : 1,
                    cut.secondary.session.executed().stream()
                            .filter(sql -> sql.contains("RESTORE DATABASE"))
                            .count(),
                    where);
            assertFalse(new Runs().run(cut.operation()).changed(), where);
        }
    }

    @Test
    void saysWhyTheCopyJobFailed() {
        lab.secondary.jobFails = "copy";
        lab.secondary.errors.add("Access to the path is denied.");
        Failure failure = runs.fails(lab.operation());
        assertEquals(Failure.Code.NOT_VERIFIED, failure.code());
        assertTrue(
                failure.getMessage().contains("LSCopy_SQLA\\RTC_mgc has failed. Access to the path is denied."),
                failure.getMessage());
        assertTrue(
                failure.getMessage().contains("SQL Server Agent on the secondary needs to read the share"),
                failure.getMessage());
        assertTrue(failure.getMessage().contains("RESTORING"), "the state that was left: " + failure.getMessage());
    }

    @Test
    void refusesToOverwriteWhatSomebodyStillWritesTo() {
        lab.primary.session.effect("^BACKUP DATABASE", (sql, c) -> lab.secondary.server.rows++);
        Failure failure = runs.fails(lab.operation());
        assertTrue(
                failure.getMessage()
                        .contains(
                                "somebody writes to mgc, and that would be lost: dbo.messages had 100 rows and has 101"),
                failure.getMessage());
        assertFalse(lab.secondary.session.executed().stream().anyMatch(sql -> sql.contains("RESTORE DATABASE")));
    }
}
