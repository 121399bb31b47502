package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** tsql, tedious and the Microsoft driver read the same. */
class ThreeClientsTest {

    @TempDir
    static Path folder;

    private static ForeignLab lab;

    @BeforeAll
    static void start() throws Exception {
        lab = new ForeignLab(folder);
        try (Connection c = lab.jdbc(lab.backup);
                Statement s = c.createStatement()) {
            s.execute("BACKUP DATABASE mgc TO DISK = N'\\\\nas\\pchat\\mgc.bak' WITH CHECKSUM, NAME = N'hand-over'");
        }
    }

    @AfterAll
    static void stop() throws Exception {
        lab.close();
    }

    private static List<String> byJdbc(String query) throws Exception {
        List<String> lines = new ArrayList<>();
        try (Connection c = lab.jdbc(lab.backup);
                Statement s = c.createStatement();
                ResultSet rows = s.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                names.add(rows.getMetaData().getColumnName(i));
            }
            lines.add(String.join("\t", names));
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(String.valueOf(rows.getString(i)).replace("null", "NULL"));
                }
                lines.add(String.join("\t", values));
            }
        }
        return lines;
    }

    private static List<String> byTsql(String query) throws Exception {
        return lab.tsql(lab.backup, query)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static List<String> byTedious(String query) throws Exception {
        return lab.tedious(lab.backup, query)
                .lines()
                .filter(line -> line.startsWith("COLUMNS ") || line.startsWith("ROW "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT name, database_id, state_desc, recovery_model_desc, is_read_only, source_database_id FROM sys.databases",
                "SELECT name, type, position, has_backup_checksums, backup_set_uuid, database_name FROM msdb.dbo.backupset",
                "SELECT i, s FROM mgc.dbo.t",
                "SELECT CAST(255 AS tinyint) AS a, CAST(-32768 AS smallint) AS b, 2147483647 AS c, CAST(0 AS bit) AS d, CAST(NULL AS int) AS e,"
                        + " N'\u4e2d' AS f, CAST('x' AS char(3)) AS g, CAST(0.5 AS float) AS h, CAST(1234567 AS bigint) AS i",
                "SELECT mirroring_guid, mirroring_state_desc FROM sys.database_mirroring WHERE database_id = DB_ID('mgc')",
                "SELECT DATABASEPROPERTYEX('mgc', 'Status') AS status, SERVERPROPERTY('ProductVersion') AS version, @@SERVERNAME AS server"
            })
    void readsTheSame(String query) throws Exception {
        List<String> expected = byJdbc(query);
        assertTrue(expected.size() > 1, expected.toString());
        assertEquals(expected, byTsql(query), "tsql");
        assertEquals(expected, byTedious(query), "tedious");
    }

    @Test
    void findsTheSameColumnsInABackup() throws Exception {
        for (String kind : List.of("HEADERONLY", "FILELISTONLY", "LABELONLY")) {
            String query = "RESTORE " + kind + " FROM DISK = N'\\\\nas\\pchat\\mgc.bak'";
            String expected = byJdbc(query).get(0);
            assertEquals(expected, byTsql(query).get(0), "tsql");
            assertEquals(expected, byTedious(query).get(0), "tedious");
        }
    }

    @Test
    void tediousSeesProgressAndBothErrors() throws Exception {
        String output = lab.tedious(
                lab.backup,
                "BACKUP DATABASE mgc TO DISK = N'\\\\nas\\pchat\\again.bak' WITH STATS = 50\ngo\nBACKUP DATABASE mgc TO DISK = N'Z:\\x.bak'");
        assertTrue(output.contains("INFO 3211/10 50 percent processed."), output);
        assertTrue(output.contains("INFO 3014/10 BACKUP DATABASE successfully processed"), output);
        assertTrue(output.contains("ERROR 3201/16 Cannot open backup device 'Z:\\x.bak'."), output);
        assertTrue(output.contains("ERROR 3013/16 BACKUP DATABASE is terminating abnormally."), output);
    }

    @Test
    void tediousCancelsAndGoesOnOnTheSameConnection() throws Exception {
        String output = lab.tedious(
                lab.backup,
                "RAISERROR('cancel me', 0, 1) WITH NOWAIT WAITFOR DELAY '01:00:00'\ngo\nSELECT 42 AS still_there");
        assertTrue(output.contains("CANCELLED"), output);
        assertTrue(output.contains("ROW 42"), output);
    }
}
