package io.jenkins.plugins.pchat.lab.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HexFormat;

/** A client that speaks packet by packet, in the clear and without PRELOGIN, so that tests see what real drivers hide. */
final class RawClient implements AutoCloseable {

    private static final int FIXED_PART = 94;
    private static final int LIMIT = 1 << 20;
    private static final int TIMEOUT = 20_000;

    private final Socket socket;
    private final PacketReader reader;
    private final PacketWriter writer;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT);
        Transport transport = new Transport(socket);
        reader = new PacketReader(transport);
        writer = new PacketWriter(transport);
    }

    /** A client that is already logged in with TDS 7.4. */
    static RawClient loggedIn(TdsServer server) throws IOException {
        RawClient client = new RawClient(server.port());
        client.login(TdsVersion.V7_4);
        return client;
    }

    /** LOGIN7 of the given version for the user of the script. */
    static byte[] login7(TdsVersion version, String user, String password) {
        byte[] secret = new Bytes().utf16(password).toArray();
        for (int i = 0; i < secret.length; i++) {
            int b = secret[i] & 0xFF;
            secret[i] = (byte) ((b << 4 | b >> 4) ^ 0xA5);
        }
        Bytes out = new Bytes()
                .i32(FIXED_PART + user.length() * 2 + secret.length)
                .i32(version.number())
                .i32(512)
                .raw(new byte[0x24 - 0x0C])
                .i32(0)
                .u16(FIXED_PART)
                .u16(user.length())
                .u16(FIXED_PART + user.length() * 2)
                .u16(password.length());
        return out.raw(new byte[FIXED_PART - out.size()])
                .utf16(user)
                .raw(secret)
                .toArray();
    }

    /** Logs in; the bytes of the answer. */
    String login(TdsVersion version) throws IOException {
        send(Message.LOGIN7, login7(version, ScriptedBackend.USER, ScriptedBackend.PASSWORD));
        return receive();
    }

    void send(int type, byte[] payload) throws IOException {
        writer.begin(type);
        writer.write(payload);
        writer.end();
    }

    /** Sends a batch as clients since TDS 7.2 do. */
    void batch(String text) throws IOException {
        send(Message.SQL_BATCH, new Bytes().raw(headers()).utf16(text).toArray());
    }

    static byte[] headers() {
        return new Bytes().i32(22).i32(18).u16(2).i64(0).i32(1).toArray();
    }

    /** Sends one packet of given status bits, with or without payload. */
    void packet(int type, int status, byte[] payload) throws IOException {
        Bytes packet =
                new Bytes().u8(type).u8(status).u16BigEndian(8 + payload.length).i32(0x00010000);
        socket.getOutputStream().write(packet.raw(payload).toArray());
        socket.getOutputStream().flush();
    }

    /** The next message of the server in hexadecimal; null when it has closed. */
    String receive() throws IOException {
        Message message = reader.message(LIMIT);
        return message == null ? null : HexFormat.of().withUpperCase().formatHex(message.payload());
    }

    /** The next packet of the server. */
    Message receivePacket() throws IOException {
        return reader.packet();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
