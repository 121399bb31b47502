package io.jenkins.plugins.pchat.lab.wire;

import java.io.IOException;

/** The answer to a login (TDS-FACTS 5). */
final class LoginReply {

    private static final int LOGINACK = 0xAD;
    private static final int TSQL = 1;
    private static final int LARGEST_ENCRYPTED = 16384;
    private static final String LANGUAGE = "us_english";

    private final PacketWriter packets;
    private final Backend backend;

    LoginReply(PacketWriter packets, Backend backend) {
        this.packets = packets;
        this.backend = backend;
    }

    /** Lets the client in. The new packet size holds from the next message on. */
    void accept(Login7 request, BackendSession session) throws IOException {
        int size = packetSize(request.packetSize());
        TokenWriter tokens = begin(request.version());
        String database = session.database();
        packets.sessionId(session.id());
        tokens.change(EnvChange.DATABASE, EnvChange.texts(database, "master"));
        tokens.info(5701, 2, 0, "Changed database context to '" + database + "'.", 1);
        // Without the collation every call of the driver ends in a NullPointerException of its own (TDS-FACTS 0.5).
        tokens.change(EnvChange.COLLATION, EnvChange.bytes(Collation.bytes(), new byte[0]));
        tokens.change(EnvChange.LANGUAGE, EnvChange.texts(LANGUAGE, ""));
        tokens.info(5703, 1, 0, "Changed language setting to " + LANGUAGE + ".", 1);
        tokens.change(
                EnvChange.PACKET_SIZE,
                EnvChange.texts(String.valueOf(size), String.valueOf(PacketWriter.BEFORE_LOGIN)));
        acknowledge(tokens, request.version());
        tokens.done(Done.STATEMENT, 0, 0, 0);
        packets.end();
        packets.packetSize(size);
    }

    private void acknowledge(TokenWriter tokens, TdsVersion version) throws IOException {
        ProductVersion product = ProductVersion.of(backend.productVersion());
        Bytes body = new Bytes()
                .u8(TSQL)
                .i32BigEndian(version.number())
                .bVarchar("Microsoft SQL Server")
                .u8(product.major())
                .u8(product.minor())
                .u16BigEndian(product.build());
        tokens.raw(new Bytes().u8(LOGINACK).u16(body.size()).raw(body.toArray()));
    }

    /** Sends the client away. A database that can't be opened, 4060, is followed by 18456 as on a real server. */
    void refuse(TdsVersion version, String user, ServerError error) throws IOException {
        TokenWriter tokens = begin(version);
        tokens.error(error.number(), error.state(), error.severity(), error.getMessage(), 1);
        if (error.number() == 4060) {
            tokens.error(18456, 1, 14, "Login failed for user '" + user + "'.", 1);
        }
        tokens.done(Done.STATEMENT, Done.ERROR, 0, 0);
        packets.end();
    }

    private TokenWriter begin(TdsVersion version) {
        packets.begin(Message.RESPONSE);
        return new TokenWriter(packets, version, backend.serverName());
    }

    /** What the client asks for within the legal limits; the driver accepts no more than a TLS record holds. */
    private static int packetSize(int wanted) {
        return wanted == 0
                ? PacketWriter.BEFORE_LOGIN
                : Math.max(PacketWriter.SMALLEST, Math.min(wanted, LARGEST_ENCRYPTED));
    }
}
