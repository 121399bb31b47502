package io.jenkins.plugins.pchat.engine.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SqlQuotingTest {

    @Test
    void putsANameInBracketsAndDoublesTheClosingOne() {
        assertEquals("[mgc]", SqlName.of("mgc").toString());
        assertEquals("[a]]; DROP [x]", SqlName.of("a]; DROP [x").toString());
    }

    @Test
    void refusesANameThatSqlServerCantHave() {
        assertEquals(130, SqlName.of("x".repeat(128)).toString().length());
        assertThrows(IllegalArgumentException.class, () -> SqlName.of("x".repeat(129)));
        assertThrows(IllegalArgumentException.class, () -> SqlName.of(""));
        assertThrows(IllegalArgumentException.class, () -> SqlName.of(null));
        assertThrows(IllegalArgumentException.class, () -> SqlName.of("a\0b"));
    }

    @Test
    void doublesQuotesInAText() {
        assertEquals("N'it''s'", SqlText.of("it's").toString());
        assertEquals("N''", SqlText.of("").toString());
        assertThrows(IllegalArgumentException.class, () -> SqlText.of("a\0b"));
    }
}
