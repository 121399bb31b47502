package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.ProtocolException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreloginTest {

    @Test
    void answersInTheFormThatAllClientsAccept() {
        assertEquals(
                "00001A0006" + "0100200001" + "0200210001" + "0300220000" + "0400220001" + "FF" + "0F000FA00000" + "01"
                        + "00" + "00",
                HexFormat.of().withUpperCase().formatHex(Prelogin.reply(ProductVersion.of("15.0.4000.0"), 1)));
    }

    @Test
    void readsWhatTheClientWishes() throws Exception {
        byte[] payload =
                HexFormat.of().parseHex("0000100006" + "0100160001" + "0500170000" + "FF" + "000000000000" + "01");
        assertEquals(1, Prelogin.parse(payload).encryption());
    }

    @Test
    void aClientThatSaysNothingOfEncryptionHasNone() throws Exception {
        assertEquals(2, Prelogin.parse(new byte[] {(byte) 0xFF}).encryption());
    }

    @Test
    void anOptionOutsideTheMessageIsRefused() {
        byte[] payload = HexFormat.of().parseHex("01FFFF0001FF");
        assertThrows(ProtocolException.class, () -> Prelogin.parse(payload));
    }

    /** The table of TDS-FACTS 2. */
    @ParameterizedTest
    @CsvSource({
        "2, NONE, 2, NOTHING", "2, OFF, 2, NOTHING", "2, FORCE, 3, SESSION",
        "0, NONE, 2, NOTHING", "0, OFF, 0, LOGIN", "0, FORCE, 3, SESSION",
        "1, NONE, 2, NOTHING", "1, OFF, 1, SESSION", "1, FORCE, 1, SESSION",
        "3, NONE, 2, NOTHING", "3, OFF, 1, SESSION", "3, FORCE, 1, SESSION"
    })
    void decidesAsSqlServerDoes(int client, Encryption server, int answer, Encryption.Scope scope) {
        assertEquals(answer, server.answer(client));
        assertEquals(scope, Encryption.scope(client, answer));
    }
}
