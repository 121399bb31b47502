package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlTarget;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Both ends of log shipping after the restore of the hand-over backup: statements change their tables of {@code msdb}
 * as SQL Server would.
 */
final class ScriptedShipping {

    static final OperationId ID = new OperationId("job-7-shipping");
    static final String SHARE = "\\\\nas\\pchat";
    static final String HAND_OVER = SHARE + "\\mgc_failback_20260102_020000.bak";

    final ScriptedEnd primary = new ScriptedEnd("SQLA\\RTC");
    final ScriptedEnd secondary = new ScriptedEnd("SQLB\\RTC");
    private int logBackups;
    private int initialBackups;
    OperationId id = ID;
    CheckDb checkDb;
    LogShippingSettings settings = LogShippingSettings.defaults();

    ScriptedShipping() {
        primary.server.headerWith("BackupSetGUID", ScriptedServer.GUID);
        primary.server.restoredFrom(ScriptedServer.GUID, ScriptedServer.NOW.plusSeconds(90));
        secondary.server.backups.add(secondary.server.backupRow("pchat-failback job-7-backup", HAND_OVER));
        for (ScriptedEnd end : List.of(primary, secondary)) {
            end.server.restores.replaceAll(row -> restore(ScriptedServer.GUID, "SQLB\\RTC"));
        }
        effectsOnBoth();
    }

    private static SqlRow restore(String guid, String server) {
        return restore(guid, server, ScriptedServer.NOW.minusMinutes(1));
    }

    static SqlRow restore(String guid, String server, LocalDateTime date) {
        return row(
                "backup_set_uuid",
                guid,
                "restore_date",
                date,
                "server_name",
                server,
                "backup_finish_date",
                ScriptedServer.NOW.minusMinutes(2),
                "family_guid",
                ScriptedServer.FAMILY);
    }

    ConfigureLogShipping operation() {
        return operation(null);
    }

    ConfigureLogShipping operation(String handover) {
        return new ConfigureLogShipping(request(handover), primary.session, secondary.session, id, seconds -> {});
    }

    ConfigureLogShipping.Request request(String handover) {
        return new ConfigureLogShipping.Request(
                SqlTarget.of("sqla\\rtc"),
                SqlTarget.of("sqlb\\rtc"),
                null,
                SHARE,
                "D:\\LogShipping",
                handover,
                settings,
                checkDb);
    }

    /** The statements of both ends, primary first. */
    List<String> executed() {
        List<String> all = new ArrayList<>(primary.session.executed());
        all.addAll(secondary.session.executed());
        return all;
    }

    /** The primary has taken an initialising backup. */
    void backedUp(String description, String path) {
        primary.server.backups.add(
                0,
                row(
                        "backup_set_uuid",
                        "AAAAAAAA-8B86-D011-B42D-00000000000" + initialBackups++,
                        "name",
                        "mgc log shipping initialisation",
                        "description",
                        description,
                        "database_name",
                        "mgc",
                        "server_name",
                        "SQLA\\RTC",
                        "backup_start_date",
                        ScriptedServer.NOW,
                        "backup_finish_date",
                        ScriptedServer.NOW,
                        "first_lsn",
                        null,
                        "last_lsn",
                        null,
                        "checkpoint_lsn",
                        null,
                        "backup_size",
                        null,
                        "physical_device_name",
                        path));
    }

    private void effectsOnBoth() {
        primary.session.effect(
                "^BACKUP DATABASE", (sql, c) -> backedUp(literal(sql, "DESCRIPTION = "), literal(sql, "DISK = ")));
        secondary.session.effect("RESTORE DATABASE", (sql, c) -> {
            secondary.server.state = "RESTORING";
            secondary.server.restores.add(
                    0, restore(primary.server.backups.get(0).text("backup_set_uuid"), "SQLA\\RTC"));
        });
        runs(primary, "backup", () -> primary.lastBackup = SHARE + "\\mgc_2026010203040" + (5 + logBackups++) + ".trn");
        runs(secondary, "copy", () -> secondary.lastCopied = "D:\\LogShipping\\" + LogFile.name(primary.lastBackup));
        runs(secondary, "restore", () -> {
            secondary.lastRestored = secondary.lastCopied;
            secondary.lastRestoredDate = ScriptedServer.NOW;
        });
    }

    private static void runs(ScriptedEnd end, String job, Runnable work) {
        end.session.effect(job + "_job_id[^;]*;.*sp_start_job", (sql, c) -> {
            boolean fails = job.equals(end.jobFails);
            if (!fails) {
                work.run();
            }
            int id = end.history.size();
            end.history.add(row(
                    "instance_id",
                    id + 1,
                    "step_id",
                    1,
                    "step_name",
                    "step",
                    "run_status",
                    fails ? 0 : 1,
                    "message",
                    fails ? "Access is denied." : "fine"));
            end.history.add(row(
                    "instance_id",
                    id + 2,
                    "step_id",
                    0,
                    "step_name",
                    "(Job outcome)",
                    "run_status",
                    fails ? 0 : 1,
                    "message",
                    fails ? "The job failed." : "The job succeeded."));
        });
    }

    static Failure refusedStart() {
        return Failure.sql(Failure.Code.SQL, 22022, "the job is running or the Agent is not");
    }

    private static String literal(String sql, String before) {
        int start = sql.indexOf(before) + before.length() + 2;
        return sql.substring(start, sql.indexOf('\'', start));
    }
}
