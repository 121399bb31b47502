package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.Guard;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LogShippingGuardsTest {

    private record Case(String guard, Consumer<ScriptedShipping> scene) {}

    private static final List<Case> CASES = List.of(
            new Case("two-instances", lab -> lab.secondary.server.name = "SQLA\\RTC"),
            new Case("permission", lab -> lab.primary.server.sysadmin = false),
            new Case("permission", lab -> lab.secondary.server.sysadmin = false),
            new Case("server-name", lab -> lab.primary.server.named = false),
            new Case("edition", lab -> lab.secondary.server.edition = "Express Edition (64-bit)"),
            new Case("versions", lab -> lab.primary.server.version = "13.0.5026.0"),
            new Case("versions", lab -> {
                lab.primary.server.version = "10.50.6000.34";
                lab.secondary.server.version = "10.0.6000.29";
            }),
            new Case("agent-procedures", lab -> lab.secondary.agentProcedures = false),
            new Case("agent-runs", lab -> lab.secondary.agentRuns = false),
            new Case("share-reachable", lab -> lab.secondary.server.shareThere = false),
            new Case("primary-online", lab -> lab.primary.server.state = "RESTORING"),
            new Case("primary-recovery-full", lab -> lab.primary.server.recoveryModel = "SIMPLE"),
            new Case("primary-usable", lab -> lab.primary.server.userAccess = "SINGLE_USER"),
            new Case("secondary-database-exists", lab -> lab.secondary.server.exists = false),
            new Case(
                    "secondary-not-mirrored",
                    lab -> lab.secondary.server.mirroring.put("mgc", new Object[] {"PRINCIPAL", "SYNCHRONIZED"})),
            new Case("no-reverse-shipping", lab -> lab.secondary.ships = true),
            new Case("foreign-secondaries", lab -> {
                lab.primary.entry = entry();
                lab.primary.enabled.put("backup", true);
                lab.primary.secondaries.add("OTHER.mgc");
            }),
            new Case(
                    "job-names",
                    lab -> lab.primary.strangers.add(
                            row("job_id", "x", "name", "LSBackup_mgc", "category", "Database Maintenance"))),
            new Case(
                    "no-foreign-log-backups",
                    lab -> lab.primary.logBackups.add(row(
                            "backup_finish_date",
                            ScriptedServer.NOW,
                            "user_name",
                            "nightly",
                            "physical_device_name",
                            "D:\\Backup\\mgc.trn"))),
            new Case("existing-log-shipping", lab -> {
                lab.primary.entry = entry();
                lab.primary.entry.put("backup_share", "\\\\other\\share");
                lab.primary.enabled.put("backup", true);
            }),
            new Case(
                    "hand-over-readable",
                    lab -> lab.primary.server.headerFailure =
                            Failure.sql(Failure.Code.SQL, 3201, "cannot open backup device")),
            new Case("hand-over-readable", lab -> lab.secondary.server.backups.clear()),
            new Case("hand-over-of-secondary", lab -> lab.primary.server.headerWith("ServerName", "SQLX\\RTC")),
            new Case("hand-over-latest", lab -> {
                lab.primary.server.headerWith(
                        "BackupFinishDate",
                        ScriptedServer.NOW,
                        "BackupSetGUID",
                        "00000000-0000-0000-0000-000000000001");
            }),
            new Case("hand-over-sound", lab -> lab.primary.server.headerWith("IsDamaged", true)),
            new Case("primary-from-hand-over", lab -> lab.primary.server.restores.clear()),
            new Case(
                    "primary-from-hand-over",
                    lab -> lab.primary.server.headerWith("BackupSetGUID", "00000000-0000-0000-0000-000000000001")),
            new Case("hand-over-readable", lab -> {
                lab.secondary.server.backups.clear();
                lab.secondary.server.name = "SQLC\\RTC";
                lab.secondary.server.backups.add(
                        lab.secondary.server.backupRow("pchat-failback x", ScriptedShipping.HAND_OVER));
                lab.secondary.server.name = "SQLB\\RTC";
            }),
            new Case("primary-from-hand-over", lab -> lab.primary.server.family = "another"),
            new Case("secondary-not-newer", lab -> lab.secondary.server.rows = 101),
            new Case("secondary-unchanged", lab -> {
                lab.primary.server.headerWith(
                        "BackupDescription", "pchat-failback b-1 " + lab.secondary.server.stamp());
                lab.secondary.server.writes++;
            }),
            new Case("secondary-unchanged", lab -> {
                lab.primary.server.headerWith(
                        "BackupDescription", "pchat-failback b-1 " + lab.secondary.server.stamp());
                lab.secondary.server.started = ScriptedServer.NOW;
                lab.secondary.server.writes = 1;
            }),
            new Case(
                    "secondary-not-in-use",
                    lab -> lab.secondary.server.connected.add(ScriptedRows.session(61, "CHATB1"))),
            new Case("secondary-state", lab -> lab.secondary.server.state = "RESTORING"),
            new Case("secondary-state", lab -> lab.secondary.server.state = "SUSPECT"),
            new Case("target-no-snapshots", lab -> lab.secondary.server.snapshots.add(row("name", "mgc_snapshot"))),
            new Case("files-not-foreign", lab -> {
                lab.secondary.server.otherFiles.add(
                        ScriptedRows.file("other", 9, 1, "other", "ROWS", lab.secondary.server.dataFile));
            }));

    private static Map<String, String> entry() {
        return new TreeMap<>(Map.of(
                "backup_directory",
                ScriptedShipping.SHARE,
                "backup_share",
                ScriptedShipping.SHARE,
                "backup_retention_period",
                "4320",
                "backup_compression",
                "2",
                "backup_threshold",
                "60",
                "threshold_alert_enabled",
                "1",
                "history_retention_period",
                "5760",
                "backup_job_name",
                "LSBackup_mgc"));
    }

    @TestFactory
    Stream<DynamicTest> refusesBeforeAnythingIsChanged() {
        return CASES.stream()
                .map(wanted -> DynamicTest.dynamicTest(wanted.guard(), () -> {
                    ScriptedShipping lab = new ScriptedShipping();
                    wanted.scene().accept(lab);
                    new Runs().refused(wanted.guard(), lab.operation(), lab.primary.session);
                    assertEquals(List.of(), lab.secondary.session.executed());
                }));
    }

    @Test
    void hasACaseForEachGuard() {
        Set<String> tried = new TreeSet<>(CASES.stream().map(Case::guard).toList());
        Set<String> all = new TreeSet<>(new ScriptedShipping()
                .operation().guards().stream().map(Guard::id).toList());
        assertEquals(all, tried);
    }

    @Test
    void looksForTheAgentAmongTheSessionsWhereTheViewIsMissing() throws Exception {
        ScriptedShipping lab = new ScriptedShipping();
        lab.primary.session.answer("dm_server_services", p -> {
            throw Failure.sql(Failure.Code.SQL, 208, "Invalid object name");
        });
        lab.primary.session.answer("SQLAgent%", p -> List.of(row("sessions", 2)));
        assertTrue(new Runs().run(lab.operation()).changed());
    }
}
