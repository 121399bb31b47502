package io.jenkins.plugins.pchat.lab.server.catalog;

import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.model.DataFile;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The server's views of its databases, their files and their mirroring. */
final class DatabaseViews {

    static final String COLLATION = "SQL_Latin1_General_CP1_CI_AS";

    private DatabaseViews() {}

    static List<CatalogView> all() {
        return List.of(
                CatalogView.server(
                        "databases",
                        "name sysname, database_id int, source_database_id int, owner_sid varbinary(85), create_date "
                                + "datetime, compatibility_level tinyint, "
                                + "collation_name sysname, user_access tinyint, user_access_desc nvarchar(60), "
                                + "is_read_only bit, is_auto_close_on bit, "
                                + "is_auto_shrink_on bit, state tinyint, state_desc nvarchar(60), is_in_standby bit, "
                                + "recovery_model tinyint, "
                                + "recovery_model_desc nvarchar(60), page_verify_option tinyint, "
                                + "page_verify_option_desc nvarchar(60), "
                                + "is_auto_update_stats_async_on bit, is_trustworthy_on bit, is_db_chaining_on bit, "
                                + "is_published bit, is_subscribed bit, "
                                + "is_merge_published bit, is_distributor bit, is_broker_enabled bit, log_reuse_wait "
                                + "tinyint, "
                                + "log_reuse_wait_desc nvarchar(60), is_cdc_enabled bit, is_encrypted bit, "
                                + "replica_id uniqueidentifier",
                        (instance, none) -> databases(instance)),
                CatalogView.server(
                        "master_files",
                        "database_id int, file_id int, type tinyint, type_desc nvarchar(60), data_space_id int, name "
                                + "sysname, physical_name nvarchar(260), "
                                + "state tinyint, state_desc nvarchar(60), size int, max_size int, growth int, "
                                + "is_percent_growth bit, is_read_only bit",
                        (instance, none) -> masterFiles(instance)),
                MirroringView.VIEW,
                CatalogView.server(
                        "database_recovery_status",
                        "database_id int, family_guid uniqueidentifier, recovery_fork_guid uniqueidentifier, "
                                + "first_recovery_fork_guid uniqueidentifier",
                        (instance, none) -> recovery(instance)),
                CatalogView.server(
                        "dm_database_encryption_keys",
                        "database_id int, encryption_state int, encryptor_type nvarchar(32), encryptor_thumbprint "
                                + "varbinary(20)",
                        (instance, none) -> keys(instance)),
                CatalogView.server(
                        "dm_os_volume_stats",
                        "database_id int, file_id int, volume_mount_point nvarchar(512), volume_id nvarchar(512), "
                                + "logical_volume_name nvarchar(512), "
                                + "file_system_type nvarchar(512), total_bytes bigint, available_bytes bigint",
                        (instance, none) -> Volumes.stats(instance)));
    }

    /** What a database is by its origin; only a started one tells. */
    private static List<Object[]> recovery(LabInstance instance) {
        List<Object[]> rows = new ArrayList<>();
        for (Database d : instance.databases().all()) {
            boolean online = d.state() == Database.State.ONLINE;
            rows.add(new Object[] {
                d.id(),
                online ? d.identity().family() : null,
                online ? d.identity().fork() : null,
                online ? d.identity().firstFork() : null
            });
        }
        return rows;
    }

    /** State 3: encrypted. */
    private static List<Object[]> keys(LabInstance instance) {
        return instance.databases().all().stream()
                .filter(d -> d.options().containsKey("ENCRYPTED_BY"))
                .map(d -> new Object[] {d.id(), 3, "CERTIFICATE", d.options().get("ENCRYPTED_BY")})
                .toList();
    }

    private static List<Object[]> databases(LabInstance instance) {
        List<Object[]> rows = new ArrayList<>();
        for (Database d : instance.databases().all()) {
            int recovery = d.recovery().ordinal() + 1;
            String verify = (String) d.options().getOrDefault("PAGE_VERIFY", "CHECKSUM");
            boolean online = d.state() == Database.State.ONLINE;
            String reuse = d.mirroring() != null
                    ? "DATABASE_MIRRORING"
                    : d.log().tail().isEmpty() ? "NOTHING" : "LOG_BACKUP";
            rows.add(new Object[] {
                d.name(),
                d.id(),
                d.options().get("SNAPSHOT_OF"),
                d.ownerSid(),
                d.identity().created(),
                compatibility(instance, d),
                online ? d.options().getOrDefault("COLLATION", COLLATION) : null,
                d.access().ordinal(),
                d.access().name(),
                on(d, "READ_ONLY"),
                on(d, "AUTO_CLOSE"),
                on(d, "AUTO_SHRINK"),
                d.state().number(),
                d.state().name(),
                false,
                recovery,
                d.recovery().name(),
                verify.equals("CHECKSUM") ? 2 : verify.equals("NONE") ? 0 : 1,
                verify,
                on(d, "AUTO_UPDATE_STATISTICS_ASYNC"),
                on(d, "TRUSTWORTHY") || d.name().equals("msdb"),
                on(d, "DB_CHAINING"),
                on(d, "PUBLISHED"),
                on(d, "SUBSCRIBED"),
                false,
                false,
                on(d, "BROKER"),
                reuse.equals("NOTHING") ? 0 : reuse.equals("LOG_BACKUP") ? 2 : 5,
                reuse,
                false,
                d.options().containsKey("ENCRYPTED_BY"),
                on(d, "AVAILABILITY_GROUP") ? new UUID(0, d.id()) : null
            });
        }
        return rows;
    }

    private static int compatibility(LabInstance instance, Database database) {
        Object level = database.options().get("COMPATIBILITY_LEVEL");
        return level == null ? Math.min(instance.majorVersion() * 10, 255) : Integer.parseInt(level.toString());
    }

    private static boolean on(Database database, String option) {
        return "ON".equals(database.options().get(option));
    }

    private static List<Object[]> masterFiles(LabInstance instance) {
        List<Object[]> rows = new ArrayList<>();
        for (Database database : instance.databases().all()) {
            for (DataFile file : database.files()) {
                Object[] row = file(file);
                Object[] withId = new Object[row.length + 1];
                withId[0] = database.id();
                System.arraycopy(row, 0, withId, 1, row.length);
                rows.add(withId);
            }
        }
        return rows;
    }

    /** A row of {@code sys.database_files}. */
    static Object[] file(DataFile file) {
        return new Object[] {
            file.id(),
            file.log() ? 1 : 0,
            file.log() ? "LOG" : "ROWS",
            file.log() ? 0 : 1,
            file.logicalName(),
            file.physicalName(),
            0,
            "ONLINE",
            (int) file.pages(),
            -1,
            8192,
            false,
            false
        };
    }
}
