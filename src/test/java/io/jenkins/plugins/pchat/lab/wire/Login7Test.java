package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.ProtocolException;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Login7Test {

    private static final byte[] LOGIN = RawClient.login7(TdsVersion.V7_4, "sa", "p\u00e4$$");

    private static byte[] with(int offset, int... bytes) {
        byte[] changed = Arrays.copyOf(LOGIN, LOGIN.length);
        for (int i = 0; i < bytes.length; i++) {
            changed[offset + i] = (byte) bytes[i];
        }
        return changed;
    }

    @Test
    void readsUserAndPasswordAndKeepsTheLatterToItself() throws Exception {
        Login7 login = Login7.parse(LOGIN);
        assertEquals("sa", login.user());
        assertEquals("p\u00e4$$", login.password());
        assertEquals(TdsVersion.V7_4, login.version());
        assertEquals(512, login.packetSize());
        assertNull(login.sspi());
        assertFalse(login.toString().contains("p\u00e4$$"));
    }

    @ParameterizedTest
    @CsvSource({
        "71000000, V7_1",
        "71000001, V7_1",
        "72090002, V7_2",
        "730A0003, V7_3A",
        "730B0003, V7_3B",
        "74000004, V7_4",
        "75000000, V7_4",
        "08000000, V8_0"
    })
    void knowsTheVersions(String number, TdsVersion version) {
        assertEquals(version, TdsVersion.of(Integer.parseUnsignedInt(number, 16)));
    }

    @Test
    void knowsNoVersionBefore71() {
        assertNull(TdsVersion.of(0x70000000));
    }

    @Test
    void readsTheFeaturesThatAClientOffers() throws Exception {
        byte[] list = new Bytes()
                .raw(LOGIN)
                .i32(LOGIN.length + 4)
                .u8(0x0A)
                .i32(0)
                .u8(0x04)
                .i32(1)
                .u8(1)
                .u8(0xFF)
                .toArray();
        list[0x1B] = 0x10;
        list[0x38] = (byte) LOGIN.length;
        list[0x3A] = 4;
        assertEquals(Set.of(0x0A, 0x04), Login7.parse(list).features());
        list[0x07] = 0x71;
        assertEquals(Set.of(), Login7.parse(list).features());
    }

    @Test
    void lengthsThatPointOutsideAreRefused() {
        assertThrows(ProtocolException.class, () -> Login7.parse(with(0x28, 0xFF, 0xFF, 1, 0)));
        assertThrows(ProtocolException.class, () -> Login7.parse(with(0x2A, 129, 0)));
        assertThrows(ProtocolException.class, () -> Login7.parse(new byte[20]));
    }
}
