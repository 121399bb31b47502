package io.jenkins.plugins.pchat.lab.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageTest {

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
    void runsTheLanguage() throws Exception {
        assertEquals(
                3,
                value("DECLARE @a int = 1, @b nvarchar(10); SET @b = N'x'; WHILE @a < 3 BEGIN SET @a += 1 END "
                        + "SELECT @a"));
        assertEquals(
                "yes",
                value("IF EXISTS (SELECT 1 FROM sys.databases WHERE name = 'mgc') SELECT 'yes' ELSE SELECT 'no'"));
        assertEquals(
                "no",
                value("IF NOT EXISTS (SELECT * FROM sys.databases WHERE name = 'mgc') BEGIN SELECT 'yes' END ELSE "
                        + "BEGIN SELECT 'no'; END"));
        assertEquals(
                50000,
                value("BEGIN TRY RAISERROR('bad %s %d', 16, 1, N'thing', 7) SELECT 1 END TRY BEGIN CATCH SELECT "
                        + "ERROR_NUMBER() END CATCH"));
        assertEquals(
                "bad thing 7",
                value("BEGIN TRY RAISERROR('bad %s %d', 16, 1, N'thing', 7) END TRY BEGIN CATCH SELECT "
                        + "ERROR_MESSAGE() END CATCH"));
        assertEquals(
                2,
                value("DECLARE @t TABLE (id int, n nvarchar(20)); INSERT INTO @t VALUES (1, N'a'), (2, N'b'); "
                        + "SELECT COUNT(*) FROM @t"));
        assertEquals(5, value("CREATE TABLE #x (id int); INSERT #x SELECT 5; SELECT id FROM #x"));
        assertEquals("a", value("SELECT x = 'a'"));
        assertEquals("[a]]b]", value("SELECT QUOTENAME('a]b')"));
        assertEquals(
                4, value("DECLARE @n int; SELECT @n = database_id FROM sys.databases WHERE name = 'msdb'; SELECT @n"));
        assertEquals(
                7,
                value("DECLARE @o int; EXEC sp_executesql N'SET @p = @q + 2', N'@p int OUTPUT, @q int', @p = @o "
                        + "OUTPUT, @q = 5; SELECT @o"));
        assertEquals("B", value("SELECT CASE WHEN 1 = 2 THEN 'A' ELSE 'B' END"));
        assertNull(value("SELECT DB_ID('nothing')"));
        assertEquals("20240305", value("SELECT CONVERT(char(8), CAST('2024-03-05 10:11:12' AS datetime), 112)"));
        assertEquals(
                1, value("SELECT TOP (1) 1 FROM sys.databases WITH (NOLOCK) ORDER BY name DESC OPTION (RECOMPILE)"));
        assertEquals(
                "mgc", value("WITH d AS (SELECT name FROM sys.databases) SELECT name FROM d WHERE name LIKE 'mg_'"));
        assertEquals(
                "a_b", value("SELECT v FROM (SELECT 'a_b' AS v UNION ALL SELECT 'axb') AS q WHERE v LIKE 'a[_]b'"));
        assertEquals(
                1,
                value("SELECT CASE WHEN DATEDIFF(minute, DATEADD(mi, -5, GETDATE()), GETDATE()) = 5 THEN 1 ELSE 0 "
                        + "END"));
    }

    @Test
    void goesOnAfterAnErrorThatEndsOnlyItsStatement() throws Exception {
        RecordingReply reply = lab.run(lab.backup, "RAISERROR('one', 16, 1); SELECT @@ERROR AS e; PRINT 'two'");
        assertEquals(50000, reply.errors().get(0).number());
        assertEquals(50000, reply.results().get(0).value(0, "e"));
        assertEquals("two", reply.messages().get(0).text());
    }

    @Test
    void endsTheBatchWhereSqlServerDoes() {
        ServerError missing =
                assertThrows(ServerError.class, () -> lab.run(lab.backup, "SELECT * FROM nothing SELECT 1"));
        assertEquals(208, missing.number());
        assertEquals(
                102,
                assertThrows(ServerError.class, () -> lab.run(lab.backup, "SELECT FROM WHERE"))
                        .number());
        assertEquals(
                105,
                assertThrows(ServerError.class, () -> lab.run(lab.backup, "SELECT 'open"))
                        .number());
        assertEquals(
                137,
                assertThrows(ServerError.class, () -> lab.run(lab.backup, "SELECT @x"))
                        .number());
    }

    @Test
    void badValuesAreErrorsOfTheServer() {
        for (String batch : List.of("KILL 'x'", "RAISERROR('x', 'y', 1)", "RETURN 'x'", "SET ROWCOUNT 'a'")) {
            ServerError error = assertThrows(
                    ServerError.class, () -> lab.run(lab.backup, batch).throwErrors(), batch);
            assertEquals(245, error.number(), batch);
        }
        assertEquals(
                102,
                assertThrows(ServerError.class, () -> lab.run(lab.backup, "THROW 50000, 'x'"))
                        .number());
    }

    @Test
    void aSavepointOutlivesItsBatch() throws Exception {
        lab.run(lab.backup, "USE mgc; CREATE TABLE dbo.t (i int)");
        try (LabSession session = lab.session(lab.backup, "pchat", "mgc", new LabFixture.TestLink())) {
            session.batch("BEGIN TRAN INSERT t VALUES (1) SAVE TRAN [s] INSERT t VALUES (2)", new RecordingReply());
            session.batch("CREATE TABLE #x (i int) IF @@TRANCOUNT > 0 ROLLBACK TRAN [s]", new RecordingReply());
            session.batch("COMMIT TRAN", new RecordingReply());
        }
        assertEquals(1, value("SELECT COUNT(*) FROM mgc.dbo.t"));
        assertEquals(2, value("SELECT MAX(v.x) FROM (VALUES (1), (2)) AS v(x)"));
    }

    @Test
    void saysWhatItDoesNotSimulate() {
        for (String batch : List.of(
                "CREATE PROCEDURE p AS SELECT 1",
                "GRANT SELECT TO x",
                "SELECT * FROM sys.dm_tran_active_transactions",
                "BACKUP DATABASE mgc TO DISK = 'x' WITH DIFFERENTIAL",
                "ALTER DATABASE mgc SET READ_ONLY",
                "MERGE x USING y ON 1=1",
                "DBCC SHRINKFILE(1)")) {
            ServerError error = assertThrows(ServerError.class, () -> lab.run(lab.backup, batch), batch);
            assertEquals(Errors.NOT_SIMULATED, error.number(), batch);
        }
    }
}
