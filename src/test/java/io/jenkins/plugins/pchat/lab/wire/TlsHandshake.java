package io.jenkins.plugins.pchat.lab.wire;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SSLEngine;

/** The two ways into TLS. */
final class TlsHandshake {

    private static final String TDS_8 = "tds/8.0";

    private final LabCertificate certificate;
    private final Transport transport;

    TlsHandshake(LabCertificate certificate, Transport transport) {
        this.certificate = certificate;
        this.transport = transport;
    }

    /** TDS 7: wrapped in packets, and never TLS 1.3, with which clients wait for ever (TDS-FACTS 0.1). */
    void wrapped(PacketReader reader, PacketWriter writer) throws IOException {
        SSLEngine engine = engine();
        engine.setEnabledProtocols(new String[] {"TLSv1.2"});
        shake(engine, new TlsRecords.Wrapped(reader, writer));
    }

    /** TDS 8: TLS before anything else. */
    void strict() throws IOException {
        SSLEngine engine = engine();
        engine.setHandshakeApplicationProtocolSelector((e, offered) -> choose(offered));
        shake(engine, new TlsRecords.Raw(transport.in(), transport.out()));
    }

    private static String choose(List<String> offered) {
        return offered.contains(TDS_8) ? TDS_8 : "";
    }

    private void shake(SSLEngine engine, TlsRecords records) throws IOException {
        TlsChannel channel = new TlsChannel(engine, records);
        channel.handshake();
        transport.use(channel);
    }

    private SSLEngine engine() throws IOException {
        try {
            return certificate.context().createSSLEngine();
        } catch (GeneralSecurityException e) {
            throw new IOException("The lab can't set up TLS: " + e.getMessage(), e);
        }
    }
}
