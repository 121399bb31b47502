package io.jenkins.plugins.pchat.engine.inspection;

import static io.jenkins.plugins.pchat.engine.inspection.Scene.blocks;
import static io.jenkins.plugins.pchat.engine.inspection.Scene.warns;

import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import java.util.List;
import java.util.stream.Stream;

/** What can be in the way: earlier log shipping, jobs, files and people. */
final class ShippingScenes {

    private static final String REGISTER = """
            DECLARE @job uniqueidentifier, @id uniqueidentifier
            EXEC master.dbo.sp_add_log_shipping_primary_database @database = N'mgc', @backup_directory = N'%s',
                @backup_share = N'%s', @backup_job_name = N'LSBackup_mgc', @backup_retention_period = 4320,
                @backup_threshold = 60, @threshold_alert_enabled = 1, @history_retention_period = 5760,
                @backup_job_id = @job OUTPUT, @primary_id = @id OUTPUT""";

    private static final String FORGET = "EXEC master.dbo.sp_delete_log_shipping_primary_database @database = N'mgc'";

    private static List<DataFile> files;
    private static SqlSession session;

    private ShippingScenes() {}

    static Stream<Scene> all() {
        return Stream.of(
                blocks(
                        "no-reverse-shipping",
                        lab -> register(lab.sqlb, "\\\\nas\\pchat"),
                        lab -> lab.sqlb.run("master", FORGET)),
                blocks(
                        "foreign-secondaries",
                        lab -> {
                            register(lab.sqla, "\\\\nas\\pchat");
                            lab.sqla.run("master", secondary("add"));
                        },
                        lab -> {
                            lab.sqla.run("master", secondary("delete"));
                            lab.sqla.run("master", FORGET);
                        }),
                blocks(
                        "earlier-log-shipping",
                        lab -> register(lab.sqla, "\\\\old\\share"),
                        lab -> lab.sqla.run("master", FORGET)),
                warns(
                        "job-names",
                        lab -> lab.sqla.run("master", "EXEC msdb.dbo.sp_add_job @job_name = N'LSBackup_mgc'"),
                        lab -> lab.sqla.run("master", "EXEC msdb.dbo.sp_delete_job @job_name = N'LSBackup_mgc'")),
                warns("jobs-idle", ShippingScenes::runningJob, lab -> {
                    lab.sqlb.run("msdb", "DELETE FROM sysjobactivity");
                    lab.sqlb.run("msdb", "DELETE FROM sysjobs WHERE name = N'LSRestore_old'");
                }),
                warns(
                        "no-foreign-log-backups",
                        lab -> {
                            lab.sqla.run("master", "BACKUP DATABASE mgc TO DISK = N'D:\\Data\\mgc.bak' WITH INIT");
                            lab.sqla.run("master", "BACKUP LOG mgc TO DISK = N'D:\\Data\\mgc.trn' WITH INIT");
                        },
                        lab -> lab.sqla.run("msdb", "DELETE FROM backupset")),
                warns("primary-not-in-use", ShippingScenes::enter, lab -> session.close()),
                blocks(
                        "files-not-foreign",
                        ShippingScenes::otherOwner,
                        lab -> lab.sqla.run("master", "DROP DATABASE other")),
                blocks(
                        "files-distinct",
                        lab -> {
                            files = lab.onBackup().files();
                            lab.onBackup()
                                    .files(List.of(
                                            files.get(0),
                                            files.get(1),
                                            new DataFile(3, "one", "D:\\one\\same.ndf", false, 8192),
                                            new DataFile(4, "two", "D:\\two\\same.ndf", false, 8192)));
                        },
                        lab -> lab.onBackup().files(files)));
    }

    private static void register(LabInstance instance, String share) {
        instance.run("master", REGISTER.formatted(share, share));
    }

    private static String secondary(String verb) {
        return "EXEC master.dbo.sp_" + verb + "_log_shipping_primary_secondary @primary_database = N'mgc',"
                + " @secondary_server = N'SQLC', @secondary_database = N'mgc'";
    }

    private static void runningJob(PreflightLab lab) {
        lab.sqlb.run("msdb", "EXEC msdb.dbo.sp_add_job @job_name = N'LSRestore_old'");
        lab.sqlb.run("msdb", """
                UPDATE sysjobs SET category_id = 6 WHERE name = N'LSRestore_old';
                INSERT INTO sysjobactivity (session_id, job_id, start_execution_date)
                SELECT (SELECT MAX(session_id) FROM syssessions), job_id, GETDATE()
                FROM sysjobs WHERE name = N'LSRestore_old'""");
    }

    private static void enter(PreflightLab lab) throws Exception {
        session = lab.session(lab.primary, null, new OperationId("somebody"));
        session.execute("USE [mgc]", line -> {});
    }

    private static void otherOwner(PreflightLab lab) {
        String path = lab.onPrimary().files().get(0).physicalName();
        var other = lab.sqla.createDatabase("other");
        other.files(List.of(other.files().get(0).at(path), other.files().get(1)));
    }
}
