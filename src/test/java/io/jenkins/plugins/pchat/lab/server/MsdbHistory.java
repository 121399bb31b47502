package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.backup.SetHeader;
import io.jenkins.plugins.pchat.lab.server.backup.SetTrailer;
import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes the history of backups and restores to msdb. */
final class MsdbHistory {

    private final LabInstance instance;

    MsdbHistory(LabInstance instance) {
        this.instance = instance;
    }

    /**
     * Records a backup set, on the instance that made it or on one that restores it; its id there. A set that is known
     * is not recorded twice.
     */
    int backup(SetHeader header, SetTrailer trailer, int position, String device, UUID media, UUID family)
            throws SQLException {
        try (Connection connection = instance.catalog()) {
            Integer known = id(connection, "backupset", "backup_set_id", "backup_set_uuid", header.guid());
            if (known != null) {
                return known;
            }
            int mediaSet = mediaSet(connection, header, device, media, family);
            SetHeader.Origin origin = header.origin();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("backup_set_uuid", header.guid());
            row.put("media_set_id", mediaSet);
            row.put("first_family_number", 1);
            row.put("last_family_number", 1);
            row.put("position", position);
            row.put("name", header.name());
            row.put("description", header.description());
            row.put("user_name", header.userName());
            row.put("software_major_version", header.majorVersion());
            row.put("software_minor_version", header.version(1));
            row.put("software_build_version", header.version(2));
            row.put("first_lsn", trailer.firstLsn());
            row.put("last_lsn", trailer.lastLsn());
            row.put("checkpoint_lsn", trailer.checkpointLsn());
            row.put("database_backup_lsn", trailer.databaseBackupLsn());
            row.put("database_creation_date", origin.identity().created());
            row.put("backup_start_date", header.started());
            row.put("backup_finish_date", trailer.finished());
            row.put("type", header.log() ? "L" : "D");
            row.put("compatibility_level", origin.compatibilityLevel());
            row.put("backup_size", trailer.size());
            row.put("database_name", origin.database());
            row.put("server_name", header.serverName());
            row.put("machine_name", header.machineName());
            row.put("flags", (header.checksums() ? 16 : 0) + (header.copyOnly() ? 1024 : 0));
            row.put("collation_name", "SQL_Latin1_General_CP1_CI_AS");
            row.put("recovery_model", origin.recovery().name());
            for (String never : List.of(
                    "has_bulk_logged_data",
                    "is_snapshot",
                    "is_readonly",
                    "is_damaged",
                    "has_incomplete_metadata",
                    "is_force_offline")) {
                row.put(never, false);
            }
            row.put("is_single_user", origin.access() == Database.Access.SINGLE_USER);
            row.put("has_backup_checksums", header.checksums());
            row.put("begins_log_chain", trailer.beginsChain());
            row.put("is_copy_only", header.copyOnly());
            row.put("first_recovery_fork_guid", origin.identity().firstFork());
            row.put("last_recovery_fork_guid", origin.identity().fork());
            row.put("recovery_fork_guid", origin.identity().fork());
            row.put("database_guid", origin.identity().family());
            row.put("family_guid", origin.identity().family());
            row.put("compressed_backup_size", trailer.storedSize());
            insert(connection, "backupset", row);
            int id = id(connection, "backupset", "backup_set_id", "backup_set_uuid", header.guid());
            files(connection, id, header);
            return id;
        }
    }

    private static int mediaSet(Connection connection, SetHeader header, String device, UUID media, UUID family)
            throws SQLException {
        Integer known = id(connection, "backupmediaset", "media_set_id", "media_uuid", media);
        if (known != null) {
            return known;
        }
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("media_uuid", media);
        set.put("media_family_count", 1);
        set.put("software_name", "Microsoft SQL Server");
        set.put("software_vendor_id", 4608);
        set.put("mirror_count", 1);
        set.put("is_compressed", header.compressed());
        insert(connection, "backupmediaset", set);
        int id = id(connection, "backupmediaset", "media_set_id", "media_uuid", media);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("media_set_id", id);
        row.put("family_sequence_number", 1);
        row.put("media_family_id", family);
        row.put("media_count", 1);
        row.put("physical_device_name", device);
        row.put("device_type", 2);
        row.put("physical_block_size", 512);
        row.put("mirror", 0);
        insert(connection, "backupmediafamily", row);
        return id;
    }

    private static void files(Connection connection, int backupSet, SetHeader header) throws SQLException {
        for (DataFile file : header.origin().files()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("backup_set_id", backupSet);
            row.put("file_number", file.id());
            row.put("file_type", file.log() ? "L" : "D");
            row.put("file_size", file.bytes());
            row.put("logical_name", file.logicalName());
            row.put("physical_drive", file.physicalName().substring(0, 3));
            row.put("physical_name", file.physicalName());
            row.put("is_present", true);
            insert(connection, "backupfile", row);
        }
    }

    /** Records a restore. */
    void restore(Database database, String user, int backupSet, boolean log, boolean replace, boolean recovery)
            throws SQLException {
        try (Connection connection = instance.catalog()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("restore_date", instance.now());
            row.put("destination_database_name", database.name());
            row.put("user_name", user);
            row.put("backup_set_id", backupSet);
            row.put("restore_type", log ? "L" : "D");
            row.put("replace", replace);
            row.put("recovery", recovery);
            row.put("restart", false);
            row.put("device_count", 1);
            insert(connection, "restorehistory", row);
            try (PreparedStatement query = connection.prepareStatement(
                            "SELECT MAX(restore_history_id) FROM \"msdb.dbo\".\"restorehistory\"");
                    ResultSet id = query.executeQuery()) {
                id.next();
                for (DataFile file : database.files()) {
                    Map<String, Object> detail = new LinkedHashMap<>();
                    detail.put("restore_history_id", id.getInt(1));
                    detail.put("file_number", file.id());
                    detail.put("destination_phys_drive", file.physicalName().substring(0, 3));
                    detail.put("destination_phys_name", file.physicalName());
                    insert(connection, "restorefile", detail);
                }
            }
        }
    }

    private static Integer id(Connection connection, String table, String idColumn, String keyColumn, UUID key)
            throws SQLException {
        String sql = "SELECT " + idColumn + " FROM \"msdb.dbo\".\"" + table + "\" WHERE " + keyColumn + " = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, key);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? found.getInt(1) : null;
            }
        }
    }

    private static void insert(Connection connection, String table, Map<String, Object> row) throws SQLException {
        String columns = String.join(
                ", ", row.keySet().stream().map(c -> "\"" + c + "\"").toList());
        String marks = String.join(", ", Collections.nCopies(row.size(), "?"));
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO \"msdb.dbo\".\"" + table + "\" (" + columns + ") VALUES (" + marks + ")")) {
            int at = 1;
            for (Object value : row.values()) {
                insert.setObject(at++, value);
            }
            insert.execute();
        }
    }
}
