package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class QueriesTest {

    @Test
    void quotesWhatCantBeAParameter() {
        assertEquals("EXEC master.dbo.xp_fileexist N'\\\\nas\\p'", Queries.fileExists("\\\\nas\\p"));
    }

    @Test
    void asksFor2012ColumnsOnlyThere() {
        assertTrue(Queries.orphanedUsers("mgc", true).contains("authentication_type_desc"));
        assertFalse(Queries.orphanedUsers("mgc", false).contains("authentication_type_desc"));
        assertTrue(Queries.orphanedUsers("mgc", true).contains("[mgc].sys.database_principals"));
    }

    @Test
    void comparesNamesOfTheDatabaseAndOfTheServerInOneCollation() {
        String sql = Queries.orphanedUsers("mgc", true);
        assertTrue(sql.contains("l.name = p.name COLLATE DATABASE_DEFAULT"), sql);
        assertTrue(sql.contains("authentication_type_desc IN"), sql);
    }

    @Test
    void offersOnlyALoginThatIsNoUserYet() {
        String sql = Queries.orphanedUsers("mgc", false);
        assertTrue(sql.contains("CASE WHEN o.sid IS NULL THEN l.name END AS login_of_that_name"), sql);
        assertTrue(sql.contains("LEFT JOIN [mgc].sys.database_principals AS o ON o.sid = l.sid"), sql);
    }
}
