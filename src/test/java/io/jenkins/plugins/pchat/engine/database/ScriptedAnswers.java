package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;

import io.jenkins.plugins.pchat.engine.sql.ScriptedSession;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a scripted server answers to the queries of the operations, going by its states. */
final class ScriptedAnswers {

    private final ScriptedServer server;
    private ScriptedSession session;

    ScriptedAnswers(ScriptedServer server) {
        this.server = server;
    }

    void teach(ScriptedSession scripted) {
        session = scripted;
        identity();
        history();
        files();
    }

    private void identity() {
        session.answer(
                "@@SERVERNAME",
                p -> List.of(row(
                        "server_name",
                        server.named ? server.name : null,
                        "property_name",
                        server.propertyNamed ? server.name : null,
                        "product_version",
                        server.version,
                        "edition",
                        server.edition,
                        "server_collation",
                        "Latin1_General_CI_AS",
                        "default_data_path",
                        server.defaultDataPath,
                        "default_log_path",
                        server.defaultLogPath,
                        "login_name",
                        "pchat",
                        "is_sysadmin",
                        server.sysadmin ? 1 : 0,
                        "server_time",
                        ScriptedServer.NOW)));
        session.answer(
                "FROM sys.databases AS d WHERE",
                p -> server.exists && !server.absent.contains(p[0])
                        ? List.of(row(
                                "name",
                                p[0],
                                "database_id",
                                5,
                                "state_desc",
                                "mgccomp".equals(p[0]) && server.complianceState != null
                                        ? server.complianceState
                                        : server.state,
                                "user_access_desc",
                                server.userAccess,
                                "recovery_model_desc",
                                server.recoveryModel,
                                "is_read_only",
                                server.readOnly,
                                "page_verify_option_desc",
                                server.pageVerify,
                                "collation_name",
                                server.collation,
                                "compatibility_level",
                                110,
                                "owner_name",
                                server.owner,
                                "replica_id",
                                server.replicaId,
                                "is_auto_update_stats_async_on",
                                server.asyncStatistics,
                                "is_broker_enabled",
                                true,
                                "is_trustworthy_on",
                                false))
                        : List.of());
        session.answer("sys.database_mirroring", p -> List.of(mirroringRow(server.mirroring.get((String) p[0]))));
        session.answer(
                "sys.database_recovery_status",
                p -> server.exists ? List.of(row("family_guid", server.family)) : List.of());
        session.answer("source_database_id", p -> List.copyOf(server.snapshots));
        session.answer("FROM sys.dm_exec_sessions\\s+WHERE database_id", p -> List.copyOf(server.connected));
        session.answer("FROM sys.sysprocesses\\s+WHERE dbid", p -> List.copyOf(server.connected));
        session.answer(
                "sys.dm_exec_requests", p -> server.running.isEmpty() ? List.of() : List.of(server.running.remove(0)));
    }

    private static SqlRow mirroringRow(Object[] roleAndState) {
        boolean mirrored = roleAndState != null;
        return row(
                "mirroring_guid",
                mirrored ? "11111111-2222-3333-4444-555555555555" : null,
                "mirroring_role_desc",
                mirrored ? roleAndState[0] : null,
                "mirroring_state_desc",
                mirrored ? roleAndState[1] : null,
                "mirroring_partner_instance",
                mirrored ? "SQLBM\\RTC" : null,
                "mirroring_partner_name",
                null,
                "mirroring_witness_name",
                null);
    }

    private void history() {
        session.answer("msdb.dbo.backupset AS s\\s+JOIN msdb.dbo.backupmediafamily", p -> List.copyOf(server.backups));
        session.answer("MAX\\(s.backup_finish_date\\)", p -> List.of(row("last_finish", server.lastLogBackup)));
        session.answer("msdb.dbo.restorehistory", p -> List.copyOf(server.restores));
        session.answer(
                "log_shipping_secondary_databases",
                p -> server.secondary ? List.of(row("secondary_database", "mgc")) : List.of());
        session.answer(
                "log_shipping_primary_databases",
                p -> server.lastLogBackup == null
                        ? List.of()
                        : List.of(row("primary_database", "mgc", "last_backup_date", server.lastLogBackup)));
    }

    private void files() {
        session.answer("xp_fileexist N'[^']*\\.bak'", p -> List.of(exist(server.fileThere, false)));
        session.answer("xp_fileexist N'[^.]*'", p -> List.of(exist(false, server.shareThere)));
        session.answer("xp_dirtree", p -> server.share.stream()
                .map(name -> row("subdirectory", name, "depth", 1, "file", 1))
                .toList());
        session.answer("RESTORE HEADERONLY", p -> {
            if (server.headerFailure != null) {
                throw server.headerFailure;
            }
            return List.copyOf(server.headers);
        });
        session.answer(
                "RESTORE FILELISTONLY",
                row(
                        "LogicalName",
                        "mgc_data",
                        "PhysicalName",
                        "F:\\Old\\mgc.mdf",
                        "Type",
                        "D",
                        "Size",
                        new BigDecimal(2L << 30)),
                row(
                        "LogicalName",
                        "mgc_log",
                        "PhysicalName",
                        "F:\\Old\\mgc.ldf",
                        "Type",
                        "L",
                        "Size",
                        new BigDecimal(1L << 30)));
        session.answer("sys.master_files", p -> {
            List<SqlRow> all = new ArrayList<>(server.otherFiles);
            all.add(ScriptedRows.file("master", 1, 1, "master", "ROWS", "C:\\Sql\\master.mdf"));
            all.add(ScriptedRows.file("master", 1, 2, "mastlog", "LOG", "C:\\Sql\\mastlog.ldf"));
            if (server.exists) {
                all.add(ScriptedRows.file("mgc", 5, 1, "mgc_data", "ROWS", server.dataFile));
                all.add(ScriptedRows.file("mgc", 5, 2, "mgc_log", "LOG", "E:\\CsData\\mgc.ldf"));
            }
            return all;
        });
        session.answer(
                "dm_os_volume_stats",
                p -> List.of(row(
                        "volume_mount_point",
                        ((Integer) p[0]) == 1 ? "C:\\" : "E:\\",
                        "total_bytes",
                        server.available * 2,
                        "available_bytes",
                        server.available)));
        session.answer("dm_db_partition_stats", p -> List.of(row("used_bytes", server.usedBytes)));
        session.answer(
                "dm_os_sys_info",
                p -> List.of(row(
                        "sqlserver_start_time",
                        server.started,
                        "schema_name",
                        "dbo",
                        "table_name",
                        "messages",
                        "table_rows",
                        server.rows,
                        "table_writes",
                        server.writes)));
        session.answer("database_principals", p -> List.copyOf(server.orphans));
    }

    static SqlRow exist(boolean file, boolean folder) {
        return row("File Exists", file ? 1 : 0, "File is a Directory", folder ? 1 : 0, "Parent Directory Exists", 1);
    }
}
