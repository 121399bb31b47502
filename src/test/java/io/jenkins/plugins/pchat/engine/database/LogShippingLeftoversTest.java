package io.jenkins.plugins.pchat.engine.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What log shipping finds on servers that had a life before. */
class LogShippingLeftoversTest {

    private static final Failure CANT_MAKE =
            Failure.sql(Failure.Code.SQL, 22048, "xp_create_subdir() returned error 5");

    private final ScriptedShipping lab = new ScriptedShipping();
    private final Runs runs = new Runs();

    @Test
    void enablesAnAlertJobThatSomebodyDisabled() throws Exception {
        runs.run(lab.operation());
        lab.secondary.enabled.put("alert", false);
        int executed = lab.secondary.session.executed().size();

        assertTrue(runs.run(lab.operation()).changed());

        List<String> second = lab.secondary.session.executed();
        assertTrue(
                second.subList(executed, second.size()).stream()
                        .anyMatch(sql -> sql.contains("alert_job_id FROM msdb.dbo.log_shipping_monitor_alert;")
                                && sql.contains("sp_update_job")),
                second.toString());
        assertFalse(runs.run(lab.operation()).changed());
    }

    @Test
    void isContentWithACopyFolderThatIsThereAndCantBeMade() throws Exception {
        lab.secondary.session.fail("xp_create_subdir", CANT_MAKE);
        lab.secondary.session.answer("xp_fileexist N'D:", folder(1));

        assertEquals("RESTORING", runs.run(lab.operation()).state());
        assertTrue(runs.text().contains("D:\\LogShipping is there already."), runs.text());
    }

    @Test
    void failsWhenTheCopyFolderIsNotThereAndCantBeMade() {
        lab.secondary.session.fail("xp_create_subdir", CANT_MAKE);
        lab.secondary.session.answer("xp_fileexist N'D:", folder(0));

        assertEquals(22048, runs.fails(lab.operation()).sqlNumber());
    }

    private static SqlRow folder(int there) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("File Exists", 0);
        row.put("File is a Directory", there);
        row.put("Parent Directory Exists", 1);
        return new SqlRow(row);
    }

    @Test
    void knowsItsBackupAlthoughMsdbKeepsWholeSecondsOfIt() throws Exception {
        LocalDateTime restored = ScriptedServer.NOW.plusNanos(377_000_000);
        lab.primary.server.restores.replaceAll(
                row -> ScriptedShipping.restore(ScriptedServer.GUID, "SQLB\\RTC", restored));

        assertEquals("RESTORING", runs.run(lab.operation()).state());
        assertFalse(runs.run(lab.operation()).changed());
    }
}
