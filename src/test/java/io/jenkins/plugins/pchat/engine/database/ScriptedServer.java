package io.jenkins.plugins.pchat.engine.database;

import static io.jenkins.plugins.pchat.engine.sql.ScriptedSession.row;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.ScriptedSession;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The states of one server behind a {@link ScriptedSession}: tests set its fields, statements change them as SQL Server
 * would. One database, one
 * backup file.
 */
final class ScriptedServer {

    static final LocalDateTime NOW = LocalDateTime.of(2026, 1, 2, 3, 4, 5);
    static final String GUID = "6F9619FF-8B86-D011-B42D-00CF4FC964FF";

    String name;
    /** Whether @@SERVERNAME tells its name, and whether SERVERPROPERTY does. */
    boolean named = true;

    boolean propertyNamed = true;

    String edition = "Enterprise Edition";
    String version = "12.0.6024.0";
    boolean sysadmin = true;
    boolean exists = true;
    String state = "ONLINE";
    String userAccess = "MULTI_USER";
    String recoveryModel = "FULL";
    String pageVerify = "CHECKSUM";
    /** How the alert job ended last; 0 when it has raised an alert. */
    int alertStatus = 1;

    /** Of mgccomp; null: that of mgc. */
    String complianceState;

    /** The names of the files on the share. */
    final List<String> share = new ArrayList<>();

    boolean readOnly;
    String collation = "Latin1_General_CI_AI";
    String owner = "sa";
    boolean asyncStatistics;
    Object replicaId;
    final Map<String, Object[]> mirroring = new LinkedHashMap<>();
    boolean shareThere = true;
    boolean fileThere;
    boolean secondary;
    LocalDateTime lastLogBackup;
    final List<SqlRow> backups = new ArrayList<>();
    final List<SqlRow> restores = new ArrayList<>();
    static final String FAMILY = "11111111-AAAA-BBBB-CCCC-000000000001";
    String family = FAMILY;
    final List<SqlRow> snapshots = new ArrayList<>();
    final List<String> absent = new ArrayList<>();
    final List<SqlRow> connected = new ArrayList<>();
    final List<SqlRow> running = new ArrayList<>();
    final List<SqlRow> orphans = new ArrayList<>();
    final List<SqlRow> otherFiles = new ArrayList<>();
    final List<SqlRow> headers = new ArrayList<>();
    Failure headerFailure;
    /** What has been written to the one table of the database. */
    long rows = 100;

    long writes = 40;
    LocalDateTime started = NOW.minusDays(1);
    long usedBytes = 3 << 20;
    long available = 100L << 30;
    String defaultDataPath = "D:\\Data\\";
    String defaultLogPath = "L:\\Log";
    String dataFile = "E:\\CsData\\mgc.mdf";
    final ScriptedSession session;

    ScriptedServer(String name) {
        this.name = name;
        this.session = new ScriptedSession(name.toLowerCase(Locale.ROOT));
        new ScriptedAnswers(this).teach(session);
        effects();
    }

    /** A header of a good backup of mgc. */
    static Map<String, Object> header() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("BackupSetGUID", GUID);
        header.put("Position", 1);
        header.put("BackupType", 1);
        header.put("BackupName", "mgc failback hand-over");
        header.put("DatabaseName", "mgc");
        header.put("ServerName", "SQLB\\RTC");
        header.put("BackupStartDate", NOW);
        header.put("BackupFinishDate", NOW.plusSeconds(90));
        header.put("BackupSize", new BigDecimal(1L << 30));
        header.put("SoftwareVersionMajor", 12);
        header.put("SoftwareVersionMinor", 0);
        header.put("Collation", "Latin1_General_CI_AI");
        header.put("HasBackupChecksums", true);
        header.put("IsDamaged", false);
        header.put("IsReadOnly", false);
        header.put("RecoveryModel", "FULL");
        header.put("BackupDescription", "pchat-failback b-1");
        return header;
    }

    /** What the mark of this server's database is now, as the description of a backup has it. */
    String stamp() {
        return new WriteMark(started, Map.of("dbo.messages", new WriteMark.Table(rows, writes)))
                .stamp()
                .text();
    }

    void headerWith(Object... changes) {
        Map<String, Object> header = header();
        for (int i = 0; i < changes.length; i += 2) {
            header.put((String) changes[i], changes[i + 1]);
        }
        headers.clear();
        headers.add(new SqlRow(header));
    }

    SqlRow backupRow(String description, String path) {
        return ScriptedRows.backup(name, "mgc failback hand-over", description, path);
    }

    void restoredFrom(String guid, LocalDateTime finished) {
        restores.add(
                0,
                row(
                        "backup_set_uuid",
                        guid,
                        "restore_date",
                        NOW.plusHours(1),
                        "server_name",
                        "SQLB\\RTC",
                        "backup_finish_date",
                        finished,
                        "family_guid",
                        FAMILY));
    }

    private void effects() {
        session.effect("SET PARTNER OFF", (sql, console) -> mirroring.remove(inBrackets(sql)));
        session.effect("^BACKUP DATABASE", (sql, console) -> {
            headerWith("ServerName", name);
            backups.add(0, backupRow(literal(sql, "DESCRIPTION = "), literal(sql, "DISK = ")));
        });
        session.effect("RESTORE DATABASE", (sql, console) -> {
            exists = true;
            state = "ONLINE";
            userAccess = "MULTI_USER";
            owner = "pchat";
            family = FAMILY;
            restoredFrom(
                    (String) headers.get(0).value("BackupSetGUID"),
                    headers.get(0).time("BackupFinishDate"));
        });
        session.effect("SET MULTI_USER", (sql, console) -> userAccess = "MULTI_USER");
        session.effect("SET RECOVERY FULL", (sql, console) -> recoveryModel = "FULL");
        session.effect("ALTER AUTHORIZATION", (sql, console) -> owner = inBrackets(sql.substring(sql.indexOf(" TO "))));
        session.effect("ALTER USER", (sql, console) -> orphans.removeIf(o -> sql.contains("[" + o.text("name") + "]")));
    }

    private static String inBrackets(String sql) {
        return sql.substring(sql.indexOf('[') + 1, sql.indexOf(']'));
    }

    private static String literal(String sql, String before) {
        int start = sql.indexOf(before) + before.length() + 2;
        return sql.substring(start, sql.indexOf('\'', start));
    }
}
