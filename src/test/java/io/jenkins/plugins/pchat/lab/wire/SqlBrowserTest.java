package io.jenkins.plugins.pchat.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SqlBrowserTest {

    private static final String RTC = "ServerName;SQLA;InstanceName;RTC;IsClustered;No;Version;12.0.6024.0;tcp;14330;;";
    private static final String MON = "ServerName;SQLA;InstanceName;MON;IsClustered;No;Version;12.0.6024.0;tcp;14331;;";

    /** Asks in order; the answer to the last question. */
    private static String ask(String... questions) throws IOException {
        List<SqlBrowser.Instance> instances = List.of(
                new SqlBrowser.Instance("SQLA", "RTC", "12.0.6024.0", 14330),
                new SqlBrowser.Instance("SQLA", "MON", "12.0.6024.0", 14331));
        try (SqlBrowser browser = new SqlBrowser(0, instances);
                DatagramSocket socket = new DatagramSocket()) {
            for (String question : questions) {
                byte[] bytes = question.getBytes(StandardCharsets.ISO_8859_1);
                InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), browser.port());
                socket.send(new DatagramPacket(bytes, bytes.length, address));
            }
            DatagramPacket answer = new DatagramPacket(new byte[1024], 1024);
            socket.receive(answer);
            ByteReader reader = new ByteReader(Arrays.copyOf(answer.getData(), answer.getLength()));
            assertEquals(5, reader.u8());
            return new String(reader.raw(reader.u16()), StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0004rtc", "\u0004RTC\u0000"})
    void tellsThePortOfAnInstance(String question) throws Exception {
        assertEquals(RTC, ask(question));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0002", "\u0003"})
    void tellsOfAllInstances(String question) throws Exception {
        assertEquals(RTC + MON, ask(question));
    }

    @Test
    void isSilentAboutWhatItDoesNotKnow() throws Exception {
        assertEquals(MON, ask("", "\u0004nobody", "\u0007", "\u0004", "\u0004mon"));
    }
}
