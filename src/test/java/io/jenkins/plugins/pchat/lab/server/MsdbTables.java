package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.store.SqlTypes;
import io.jenkins.plugins.pchat.lab.server.store.TableEngine;
import io.jenkins.plugins.pchat.lab.wire.Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tables of msdb that BACKUP and RESTORE write their history to, with the columns of SQL Server 2014. */
final class MsdbTables {

    private MsdbTables() {}

    static void create(TableEngine engine) throws SQLException {
        engine.run(
                table(
                        "backupmediaset",
                        "media_set_id identity, media_uuid uniqueidentifier, media_family_count tinyint, name "
                                + "nvarchar(128), description nvarchar(255), "
                                + "software_name nvarchar(128), software_vendor_id int, MTF_major_version tinyint, "
                                + "mirror_count tinyint, "
                                + "is_password_protected bit, is_compressed bit, is_encrypted bit"),
                table(
                        "backupmediafamily",
                        "media_set_id int, family_sequence_number tinyint, media_family_id uniqueidentifier, "
                                + "media_count int, "
                                + "logical_device_name nvarchar(128), physical_device_name nvarchar(260), "
                                + "device_type tinyint, physical_block_size int, "
                                + "mirror tinyint"),
                table(
                        "backupset",
                        "backup_set_id identity, backup_set_uuid uniqueidentifier, media_set_id int, "
                                + "first_family_number tinyint, first_media_number smallint, "
                                + "last_family_number tinyint, last_media_number smallint, position int, "
                                + "expiration_date datetime, name nvarchar(128), "
                                + "description nvarchar(255), user_name nvarchar(128), software_major_version "
                                + "tinyint, software_minor_version tinyint, "
                                + "software_build_version smallint, first_lsn numeric(25,0), last_lsn numeric(25,0), "
                                + "checkpoint_lsn numeric(25,0), "
                                + "database_backup_lsn numeric(25,0), database_creation_date datetime, "
                                + "backup_start_date datetime, "
                                + "backup_finish_date datetime, type char(1), compatibility_level tinyint, "
                                + "database_version int, backup_size numeric(20,0), "
                                + "database_name nvarchar(128), server_name nvarchar(128), machine_name "
                                + "nvarchar(128), flags int, "
                                + "collation_name nvarchar(128), recovery_model nvarchar(60), has_bulk_logged_data "
                                + "bit, is_snapshot bit, is_readonly bit, "
                                + "is_single_user bit, has_backup_checksums bit, is_damaged bit, begins_log_chain "
                                + "bit, has_incomplete_metadata bit, "
                                + "is_force_offline bit, is_copy_only bit, first_recovery_fork_guid uniqueidentifier, "
                                + "last_recovery_fork_guid uniqueidentifier, recovery_fork_guid uniqueidentifier, "
                                + "fork_point_lsn numeric(25,0), "
                                + "database_guid uniqueidentifier, family_guid uniqueidentifier, "
                                + "differential_base_lsn numeric(25,0), "
                                + "differential_base_guid uniqueidentifier, compressed_backup_size numeric(20,0)"),
                table(
                        "backupfile",
                        "backup_set_id int, file_number numeric(10,0), file_type char(1), file_size numeric(20,0), "
                                + "logical_name nvarchar(128), "
                                + "physical_drive nvarchar(260), physical_name nvarchar(260), backup_size "
                                + "numeric(20,0), is_present bit"),
                table(
                        "restorehistory",
                        "restore_history_id identity, restore_date datetime, destination_database_name "
                                + "nvarchar(128), user_name nvarchar(128), "
                                + "backup_set_id int, restore_type char(1), replace bit, recovery bit, restart bit, "
                                + "stop_at datetime, device_count tinyint"),
                table(
                        "restorefile",
                        "restore_history_id int, file_number numeric(10,0), destination_phys_drive nvarchar(260), "
                                + "destination_phys_name nvarchar(260)"),
                table(
                        "suspect_pages",
                        "database_id int, file_id int, page_id bigint, event_type int, error_count int, "
                                + "last_update_date datetime"));
    }

    private static String table(String name, String columns) {
        List<String> definitions = new ArrayList<>();
        for (String column : columns.split(",\\s*(?![0-9])")) {
            String[] parts = column.trim().split("\\s+", 2);
            boolean identity = parts[1].equals("identity");
            Column type = SqlTypes.column(parts[0], identity ? "int" : parts[1]);
            definitions.add(TableEngine.quote(parts[0]) + " " + SqlTypes.engineType(type)
                    + (identity ? " IDENTITY(1,1) PRIMARY KEY" : ""));
        }
        return "CREATE TABLE \"msdb.dbo\"." + TableEngine.quote(name) + " (" + String.join(", ", definitions) + ")";
    }
}
