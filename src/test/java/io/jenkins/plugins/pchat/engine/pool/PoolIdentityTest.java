package io.jenkins.plugins.pchat.engine.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PoolIdentityTest {

    private static final String POOL = "lyncpc.dci.discovery.com";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lyncpc.dci.discovery.com",
                "service:lyncpc.dci.discovery.com",
                "service: lyncpc.dci.discovery.com",
                "PersistentChatServer:lyncpc.dci.discovery.com",
                "persistentchatserver: lyncpc.dci.discovery.com",
                "service:PersistentChatServer:lyncpc.dci.discovery.com",
                " Service : PersistentChatServer : lyncpc.dci.discovery.com "
            })
    void readsEverySpellingOfTheDocuments(String spelling) {
        assertEquals(POOL, PoolIdentity.pool(spelling));
        assertTrue(PoolIdentity.isOf(spelling, POOL.toUpperCase()));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "lyncpc",
                "global",
                "service:",
                "site:Redmond",
                "Registrar:lyncpc.dci.discovery.com",
                "lyncpc.dci.discovery.com;Remove-Item x",
                "lync pc.dci.discovery.com",
                "-lyncpc.dci.discovery.com",
                "lyncpc.dci.discovery.com.",
                "10.0.0.1"
            })
    void refusesWhatNamesNoPool(String spelling) {
        assertThrows(IllegalArgumentException.class, () -> PoolIdentity.pool(spelling));
        assertFalse(PoolIdentity.isOf(spelling, POOL));
    }

    @Test
    void tellsPoolsApart() {
        assertFalse(PoolIdentity.isOf("PersistentChatServer:other.dci.discovery.com", POOL));
        assertFalse(PoolIdentity.isOf("PersistentChatServer:my" + POOL, POOL));
    }

    @Test
    void takesALiteralAsItStandsButForBlanks() {
        assertEquals("global", PoolIdentity.literal(" global "));
        assertEquals("PChatServerCollection", PoolIdentity.literal("PChatServerCollection"));
        assertEquals("service:" + POOL, PoolIdentity.literal("service: " + POOL));
        assertNull(PoolIdentity.literal(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "$x", "a;b", "a\nb", "'x'"})
    void refusesALiteralThatIsNone(String literal) {
        assertThrows(IllegalArgumentException.class, () -> PoolIdentity.literal(literal));
    }
}
