package io.jenkins.plugins.pchat.lab.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jenkins.plugins.pchat.lab.wire.Column;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTest {

    @TempDir
    Path folder;

    private LabFixture lab;

    @BeforeEach
    void startLab() {
        lab = new LabFixture(folder);
        lab.backup.createDatabase("mgc");
    }

    @AfterEach
    void stopLab() {
        lab.close();
    }

    private RecordingReply.Result only(String batch) throws Exception {
        RecordingReply reply = lab.run(lab.backup, batch);
        assertEquals(List.of(), reply.errors());
        assertEquals(1, reply.results().size());
        return reply.results().get(0);
    }

    private Object value(String batch) throws Exception {
        return only(batch).rows().get(0).get(0);
    }

    @Test
    void tellsItsDatabasesWithTheTypesOfSqlServer() throws Exception {
        RecordingReply.Result databases = only(
                "SELECT d.name, d.database_id, d.state, state_desc, is_read_only, create_date, owner_sid, d.replica_id "
                        + "FROM sys.databases AS d WHERE d.name = N'MGC'");
        assertEquals("mgc", databases.value(0, "name"));
        assertEquals("ONLINE", databases.value(0, "state_desc"));
        assertEquals(false, databases.value(0, "is_read_only"));
        assertEquals(
                List.of(
                        Column.Type.NVARCHAR,
                        Column.Type.INT,
                        Column.Type.TINYINT,
                        Column.Type.NVARCHAR,
                        Column.Type.BIT,
                        Column.Type.DATETIME,
                        Column.Type.VARBINARY,
                        Column.Type.UNIQUEIDENTIFIER),
                databases.columns().stream().map(Column::type).toList());
    }

    @Test
    void knowsItsOwnName() throws Exception {
        RecordingReply.Result identity =
                only("SELECT @@SERVERNAME AS name, SERVERPROPERTY('ServerName') AS p, SERVERPROPERTY(N'IsClustered'), "
                        + "CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128)) AS v, SUSER_SNAME() AS who, "
                        + "IS_SRVROLEMEMBER('sysadmin') AS boss");
        assertEquals("SQLB\\RTC", identity.value(0, "name"));
        assertEquals("SQLB\\RTC", identity.value(0, "p"));
        assertEquals(Column.Type.SQL_VARIANT, identity.columns().get(1).type());
        assertEquals(0, identity.rows().get(0).get(2));
        assertEquals("12.0.6024.0", identity.value(0, "v"));
        assertEquals("pchat", identity.value(0, "who"));
        assertEquals(1, identity.value(0, "boss"));
    }

    @Test
    void everyCatalogViewCanBeRead() throws Exception {
        for (String view : List.of(
                "databases",
                "master_files",
                "database_mirroring",
                "configurations",
                "server_principals",
                "sql_logins",
                "dm_exec_sessions",
                "dm_exec_requests",
                "dm_exec_connections",
                "sysprocesses",
                "dm_server_services",
                "dm_os_sys_info",
                "server_role_members",
                "servers")) {
            only("SELECT * FROM sys." + view);
        }
        for (String view : List.of(
                "database_principals",
                "database_files",
                "tables",
                "objects",
                "indexes",
                "columns",
                "schemas",
                "dm_db_partition_stats",
                "certificates")) {
            only("SELECT * FROM mgc.sys." + view);
            only("USE mgc SELECT * FROM sys." + view);
        }
    }

    @Test
    void appliesVolumeStatsToFiles() throws Exception {
        RecordingReply.Result volumes =
                only("SELECT f.physical_name, v.volume_mount_point, v.available_bytes FROM sys.master_files f "
                        + "CROSS APPLY sys.dm_os_volume_stats(f.database_id, f.file_id) AS v WHERE f.database_id = "
                        + "DB_ID(N'mgc') ORDER BY f.file_id");
        assertEquals(2, volumes.rows().size());
        assertEquals("D:\\", volumes.value(0, "volume_mount_point"));
        assertEquals("D:\\Data\\mgc.mdf", volumes.value(0, "physical_name"));
        assertEquals(
                1,
                only("SELECT * FROM sys.dm_os_volume_stats(DB_ID('mgc'), 1)")
                        .rows()
                        .size());
    }

    @Test
    void findsOrphanedUsersAsTheManualDoes() throws Exception {
        lab.run(
                lab.backup,
                "CREATE LOGIN app WITH PASSWORD = 'x1'; USE mgc; CREATE USER app FOR LOGIN app; CREATE USER lost "
                        + "WITHOUT LOGIN");
        RecordingReply.Result orphans = only(
                "SELECT dp.name, dp.type_desc, dp.authentication_type_desc, dp.sid FROM mgc.sys.database_principals dp "
                        + "LEFT JOIN sys.server_principals sp ON dp.sid = sp.sid WHERE sp.sid IS NULL AND dp.type IN "
                        + "('S','U','G') "
                        + "AND dp.authentication_type_desc IN ('INSTANCE','WINDOWS') AND dp.principal_id > 4");
        assertEquals(1, orphans.rows().size());
        assertEquals("lost", orphans.value(0, "name"));
    }

    @Test
    void aGuidIsAGuidWhateverTableItComesFrom() throws Exception {
        RecordingReply.Result ids =
                only("CREATE TABLE #g (id uniqueidentifier, n numeric(25,0)); INSERT INTO #g VALUES (NEWID(), "
                        + "35000000000800001) "
                        + "SELECT id, n FROM #g");
        assertEquals(
                List.of(Column.Type.UNIQUEIDENTIFIER, Column.Type.NUMERIC),
                ids.columns().stream().map(Column::type).toList());
    }
}
