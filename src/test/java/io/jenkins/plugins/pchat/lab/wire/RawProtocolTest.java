package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.pchat.lab.wire.Column.Type;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bytes of the protocol, where a driver would hide them. */
@Timeout(60)
class RawProtocolTest extends WireTest {

    private static final String DONE = "FD0000FD000000000000000000";
    private static final String DONE_ERROR = "FD0200FD000000000000000000";

    @Test
    void answersALoginWithAllThatClientsWaitFor() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            String answer = client.login(TdsVersion.V7_4);
            String master = "06" + utf16("master");
            assertTrue(answer.startsWith("E31B0001" + master + master), answer);
            assertTrue(answer.contains("E3080007050904D0003400"), answer);
            assertTrue(answer.contains("E3170002" + "0A" + utf16("us_english") + "00"), answer);
            assertTrue(answer.contains("E311000403" + utf16("512") + "04" + utf16("4096")), answer);
            assertTrue(answer.contains("AD3200017400000414" + utf16("Microsoft SQL Server") + "0C001788"), answer);
            assertTrue(answer.endsWith("FD000000000000000000000000"), answer);
        }
    }

    @Test
    void aPacketOfTheNegotiatedSizeIsNeverExceeded() throws Exception {
        backend.on(
                "LARGE",
                (session, parameters, reply) -> ScriptedBackend.one(reply, Column.nvarchar("c", 0), "x".repeat(2000)));
        try (RawClient client = RawClient.loggedIn(server)) {
            client.batch("LARGE");
            Message packet;
            int packets = 0;
            do {
                packet = client.receivePacket();
                packets++;
                assertTrue(packet.payload().length <= 512 - 8 && packet.payload().length > 0);
            } while ((packet.status() & Message.END) == 0);
            assertEquals(9, packets);
        }
    }

    @Test
    void aFlushIsAShortPacketAndNeverAnEmptyOne() throws Exception {
        backend.on("TALK", (session, parameters, reply) -> {
            reply.flush();
            reply.info(1, 1, 0, "x", 1);
            reply.flush();
            reply.flush();
            reply.done();
            reply.flush();
        });
        try (RawClient client = RawClient.loggedIn(server)) {
            client.batch("TALK");
            Message info = client.receivePacket();
            assertEquals(0, info.status());
            assertEquals(0xAB, info.payload()[0] & 0xFF);
            Message done = client.receivePacket();
            assertEquals(0, done.status());
            assertEquals("FD0100FD000000000000000000", hex(done.payload()));
            Message last = client.receivePacket();
            assertEquals(Message.END, last.status());
            assertEquals(DONE, hex(last.payload()));
        }
    }

    @Test
    void aResetComesBeforeTheBatchAndIsAnswered() throws Exception {
        try (RawClient client = RawClient.loggedIn(server)) {
            byte[] batch =
                    new Bytes().raw(RawClient.headers()).utf16("SET NOCOUNT ON").toArray();
            client.packet(Message.SQL_BATCH, Message.END | Message.RESET, batch);
            assertEquals("E30300120000" + DONE, client.receive());
            assertEquals(1, backend.opened.get(0).resets.get());
        }
    }

    @Test
    void theLayoutsOfTds71AreNarrow() throws Exception {
        backend.on("MIXED", (session, parameters, reply) -> {
            ScriptedBackend.one(reply, Column.of("n", Type.INT), 5);
            reply.error(50000, 1, 16, "x", 1);
        });
        try (RawClient client = new RawClient(server.port())) {
            assertTrue(client.login(TdsVersion.V7_1).contains("AD32000171000001"));
            client.send(Message.SQL_BATCH, "MIXED".getBytes(StandardCharsets.UTF_16LE));
            String server = "08" + utf16("SQLB\\RTC");
            assertEquals(
                    "81010000000900" + "2604" + "01" + utf16("n")
                            + "D10405000000"
                            + "FD1100C10001000000"
                            + "AA1E0050C30000" + "0110" + "0100" + utf16("x") + server + "00" + "0100"
                            + "FD0200FD0000000000",
                    client.receive());
        }
    }

    @Test
    void anErrorSaysSoInTheDoneThatFollows() throws Exception {
        try (RawClient client = RawClient.loggedIn(server)) {
            client.batch("UNKNOWN");
            String answer = client.receive();
            assertTrue(answer.startsWith("AA"), answer);
            assertTrue(answer.endsWith(DONE_ERROR), answer);
        }
    }

    @Test
    void aFatalErrorIsTheLastThatIsHeard() throws Exception {
        backend.on("KILL", (session, parameters, reply) -> {
            throw new ServerError(596, 21, "Cannot continue the execution because the session is in the kill state.");
        });
        try (RawClient client = RawClient.loggedIn(server)) {
            client.batch("KILL");
            assertTrue(client.receive().endsWith("FD0201FD000000000000000000"));
            assertNull(client.receive());
        }
    }

    @Test
    void forcesEncryptionOnClientsWithoutPrelogin() throws Exception {
        restart(Encryption.FORCE);
        try (RawClient client = new RawClient(server.port())) {
            assertNull(client.login(TdsVersion.V7_4));
        }
        assertTrue(backend.logins.isEmpty());
    }

    private static String utf16(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_16LE));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
