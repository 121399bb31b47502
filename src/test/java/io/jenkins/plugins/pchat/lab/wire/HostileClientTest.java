package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send what no client should: they lose their connection, and nobody else notices. */
@Timeout(60)
class HostileClientTest extends WireTest {

    /** Sends bytes and returns what came back until the server closed. */
    private byte[] send(byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            socket.shutdownOutput();
            return socket.getInputStream().readAllBytes();
        } catch (SocketException e) {
            // The server may close while it still has unread bytes: that is a reset.
            return new byte[0];
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "474554202F20485454502F312E310D0A0D0A", // a browser
                "1201000000000000", // a packet shorter than its header
                "1201FFFF00000100", // a packet longer than any
                "1201000900000100FF", // PRELOGIN without options
                "1201000E0000010001FFFF0001FF", // an option that points outside
                "1001000C0000010000000000", // LOGIN7 without fields
                "0101000C0000010000000000", // a batch before the login
                "1603010004FFFFFFFF", // TLS that isn't
                "16030100FF", // TLS cut off
                "12" // one byte
            })
    void isSentAway(String hex) throws Exception {
        send(HexFormat.of().parseHex(hex));
        connect().close();
        assertEquals(1, backend.logins.size());
    }

    @Test
    void aLogin7ThatClaimsGigabytesIsSentAway() throws Exception {
        byte[] packet = new byte[4096];
        packet[0] = Message.LOGIN7;
        packet[2] = 0x10;
        Bytes all = new Bytes();
        for (int i = 0; i < 100; i++) {
            all.raw(packet);
        }
        send(all.toArray());
        connect().close();
        assertEquals(1, backend.logins.size());
    }

    @Test
    void noiseHurtsNobody() throws Exception {
        Random random = new Random(20151121);
        int[] first = {Message.PRELOGIN, Message.LOGIN7, 0x16, Message.SQL_BATCH, Message.RPC};
        for (int i = 0; i < 100; i++) {
            byte[] noise = new byte[8 + random.nextInt(400)];
            random.nextBytes(noise);
            noise[0] = (byte) first[i % first.length];
            noise[1] = Message.END;
            noise[2] = (byte) (noise.length >> 8);
            noise[3] = (byte) noise.length;
            send(noise);
        }
        connect().close();
        assertEquals(1, backend.logins.size());
    }
}
