package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    void comesBackToMasterAfterAttachingAUser() {
        assertTrue(TSql.attachUser("mgc", "app").endsWith("USE [master]"));
    }
}
