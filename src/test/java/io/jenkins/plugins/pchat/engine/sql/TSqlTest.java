package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TSqlTest {

    @Test
    void quotesWhatCantBeAParameter() {
        assertEquals("ALTER DATABASE [a]]b] SET PARTNER OFF", TSql.removePartner("a]b"));
        assertEquals(
                "RESTORE HEADERONLY FROM DISK = N'\\\\nas\\it''s\\x.bak'", TSql.headerOnly("\\\\nas\\it's\\x.bak"));
        assertEquals("ALTER AUTHORIZATION ON DATABASE::[mgc] TO [DOM\\o'x]", TSql.owner("mgc", "DOM\\o'x"));
        assertEquals("EXEC master.dbo.xp_fileexist N'\\\\nas\\p'", TSql.fileExists("\\\\nas\\p"));
    }

    @Test
    void restoresWithoutRecoveryForLogShipping() {
        assertEquals(
                "RESTORE DATABASE [mgc] FROM DISK = N'x.bak'\n"
                        + "    WITH FILE = 2, REPLACE, NORECOVERY, CHECKSUM, STATS = 5,\n"
                        + "    MOVE N'it''s' TO N'D:\\a''b.mdf'",
                TSql.restore("mgc", "x.bak", 2, false, 5, Map.of("it's", "D:\\a'b.mdf")));
    }

    @Test
    void asksFor2012ColumnsOnlyThere() {
        assertTrue(TSql.orphanedUsers("mgc", true).contains("authentication_type_desc"));
        assertFalse(TSql.orphanedUsers("mgc", false).contains("authentication_type_desc"));
        assertTrue(TSql.orphanedUsers("mgc", true).contains("[mgc].sys.database_principals"));
    }

    @Test
    void comparesNamesOfTheDatabaseAndOfTheServerInOneCollation() {
        String sql = TSql.orphanedUsers("mgc", true);
        assertTrue(sql.contains("l.name = p.name COLLATE DATABASE_DEFAULT"), sql);
        assertTrue(sql.contains("authentication_type_desc IN"), sql);
    }

    @Test
    void offersOnlyALoginThatIsNoUserYet() {
        String sql = TSql.orphanedUsers("mgc", false);
        assertTrue(sql.contains("CASE WHEN o.sid IS NULL THEN l.name END AS login_of_that_name"), sql);
        assertTrue(sql.contains("LEFT JOIN [mgc].sys.database_principals AS o ON o.sid = l.sid"), sql);
    }

    @Test
    void comesBackToMasterAfterAttachingAUser() {
        assertTrue(TSql.attachUser("mgc", "app").endsWith("USE [master]"));
    }
}
