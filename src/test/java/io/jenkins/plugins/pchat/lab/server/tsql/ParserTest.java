package io.jenkins.plugins.pchat.lab.server.tsql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {

    private static List<String> kinds(String batch) throws ServerError {
        return Parser.parse(batch).stream()
                .map(s -> s.getClass().getSimpleName())
                .toList();
    }

    @Test
    void findsStatementsWithoutSemicolons() throws ServerError {
        assertEquals(
                List.of("SetOption", "Declare", "Assign", "Query", "Query", "SelectInto", "Exec", "If", "Print"),
                kinds("SET NOCOUNT ON DECLARE @a int SET @a = 1 INSERT INTO t SELECT 1 UNION ALL SELECT 2 "
                        + "UPDATE t SET x = CASE WHEN 1 = 1 THEN 2 ELSE 3 END SELECT @a = x FROM t EXEC @a = p 1 "
                        + "IF @a = 1 BEGIN PRINT 'x' END ELSE PRINT 'y' PRINT 'z'"));
    }

    @Test
    void readsABackupWithAllItsOptions() throws ServerError {
        ServerStatement.Backup backup = assertInstanceOf(
                ServerStatement.Backup.class,
                Parser.parse("BACKUP DATABASE [m]]gc] TO DISK = N'\\\\a\\b.bak' WITH COPY_ONLY, FORMAT, INIT, "
                                + "SKIP, CHECKSUM, "
                                + "COMPRESSION, STATS = 5, MAXTRANSFERSIZE = 65536, BUFFERCOUNT = 7, NAME = "
                                + "N'n', DESCRIPTION = @d")
                        .get(0));
        assertEquals("m]gc", backup.database().single().text());
        assertEquals(
                Set.of("COPY_ONLY", "FORMAT", "INIT", "SKIP", "CHECKSUM", "COMPRESSION"),
                backup.options().flags());
        assertEquals(
                Set.of("STATS", "MAXTRANSFERSIZE", "BUFFERCOUNT", "NAME", "DESCRIPTION"),
                backup.options().values().keySet());
    }

    @Test
    void readsARestoreThatMovesItsFiles() throws ServerError {
        ServerStatement.Restore restore = assertInstanceOf(
                ServerStatement.Restore.class,
                Parser.parse("RESTORE DATABASE mgc FROM DISK = @p WITH FILE = 1, MOVE N'a' TO N'b', REPLACE, "
                                + "NORECOVERY")
                        .get(0));
        assertEquals(1, restore.options().moves().size());
        assertTrue(restore.options().has("NORECOVERY"));
    }

    @Test
    void callsTheFirstProcedureWithoutExec() throws ServerError {
        Statement.Exec call = assertInstanceOf(
                Statement.Exec.class,
                Parser.parse("master..xp_dirtree N'x', 1, @file = 1").get(0));
        assertEquals("master", call.database());
        assertEquals("xp_dirtree", call.procedure());
        assertEquals("@file", call.arguments().get(2).name());
    }

    @Test
    void readsWhatTheDriverSends() throws ServerError {
        assertEquals(
                List.of("SetOption", "If"), kinds("set implicit_transactions off IF @@TRANCOUNT > 0 COMMIT TRAN "));
        assertEquals(List.of("SetOption"), kinds("set transaction isolation level  serializable "));
        assertEquals(List.of("Exec"), kinds("EXEC  @P0 = dbo.usp_x  @P1 , @P2  OUT, @P3  OUT"));
        assertEquals(List.of("If"), kinds("IF @@TRANCOUNT = 0 BEGIN BEGIN TRAN IF @@TRANCOUNT = 2 COMMIT TRAN END "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (1",
                "IF 1 = 1",
                "BEGIN SELECT 1",
                "BEGIN TRY SELECT 1 END TRY",
                "BACKUP DATABASE mgc WITH INIT",
                "RESTORE DATABASE mgc FROM DISK = WITH REPLACE",
                "SET @a 1",
                "END"
            })
    void refusesWhatIsNoTsql(String batch) {
        assertEquals(
                102, assertThrows(ServerError.class, () -> Parser.parse(batch)).number());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BACKUP DATABASE mgc TO DISK = 'x' WITH NONSENSE",
                "RESTORE DATABASE mgc FROM DISK = 'x' WITH COPY_ONLY"
            })
    void refusesOptionsThatAreNone(String batch) {
        assertEquals(
                155, assertThrows(ServerError.class, () -> Parser.parse(batch)).number());
    }
}
