package io.jenkins.plugins.pchat.lab.wire;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.function.Supplier;

/** The first part of a connection: PRELOGIN, TLS, LOGIN7, and NTLM when the client wants it. */
final class LoginPhase {

    /** The first byte of a TLS record that begins a handshake; a packet of TDS 7 begins with 12 or 10. */
    private static final int TLS_HANDSHAKE = 0x16;

    private final Transport transport;
    private final PacketReader reader;
    private final PacketWriter writer;
    private final Encryption encryption;
    private final LabCertificate certificate;
    private final Backend backend;
    private final Supplier<WireFault> fault;
    private TdsVersion version = TdsVersion.V7_4;

    LoginPhase(
            Transport transport,
            PacketReader reader,
            PacketWriter writer,
            Encryption encryption,
            LabCertificate certificate,
            Backend backend,
            Supplier<WireFault> fault) {
        this.transport = transport;
        this.reader = reader;
        this.writer = writer;
        this.encryption = encryption;
        this.certificate = certificate;
        this.backend = backend;
        this.fault = fault;
    }

    /**
     * Who wants to log in.
     *
     * @param login what to ask the backend
     * @param request what the client sent
     */
    record Applicant(Backend.Login login, Login7 request) {}

    /**
     * Runs until it is known who wants to log in; null when the client left.
     *
     * @throws ServerError 18456 or 18452, when NTLM proves nothing
     */
    Applicant run() throws IOException, ServerError {
        TlsHandshake tls = new TlsHandshake(certificate, transport);
        boolean strict = transport.peek() == TLS_HANDSHAKE;
        if (strict) {
            tls.strict();
        }
        Message message = reader.message(PacketWriter.BEFORE_LOGIN);
        if (message == null) {
            return null;
        }
        if (message.type() == Message.PRELOGIN) {
            message = afterPrelogin(tls, message, strict);
        } else if (encryption == Encryption.FORCE && !strict) {
            throw new ProtocolException(
                    "A client came without PRELOGIN, which a server that forces encryption refuses.");
        }
        if (message == null || mute(WireFault.MUTE_AT_LOGIN)) {
            return null;
        }
        if (message.type() != Message.LOGIN7) {
            throw new ProtocolException("A message of type " + message.type() + " came instead of LOGIN7.");
        }
        return applicant(Login7.parse(message.payload()));
    }

    private Message afterPrelogin(TlsHandshake tls, Message prelogin, boolean strict) throws IOException {
        if (mute(WireFault.MUTE_AT_PRELOGIN)) {
            return null;
        }
        int wish = Prelogin.parse(prelogin.payload()).encryption();
        int answer = strict ? Encryption.NOT_SUPPORTED : encryption.answer(wish);
        writer.begin(Message.RESPONSE);
        writer.write(Prelogin.reply(ProductVersion.of(backend.productVersion()), answer));
        writer.end();
        Encryption.Scope scope = strict ? Encryption.Scope.NOTHING : Encryption.scope(wish, answer);
        if (scope == Encryption.Scope.NOTHING) {
            return reader.message(Login7.LIMIT);
        }
        if (mute(WireFault.MUTE_AT_TLS)) {
            return null;
        }
        tls.wrapped(reader, writer);
        // Of a login that alone is encrypted, only the first packet is.
        return reader.message(Login7.LIMIT, scope == Encryption.Scope.LOGIN ? transport::dropTls : () -> {});
    }

    private Applicant applicant(Login7 request) throws IOException, ServerError {
        if (request.version() == null) {
            throw new ProtocolException("The client speaks a version of TDS before 7.1.");
        }
        version = request.version();
        if (request.sspi() == null) {
            return new Applicant(login(request, request.user(), request.password()), request);
        }
        if (!Ntlm.isNtlm(request.sspi())) {
            throw new ServerError(
                    18452,
                    14,
                    "Login failed. The login is from an untrusted domain and cannot be used with Windows authentication.");
        }
        Ntlm ntlm = new Ntlm();
        String computer = backend.serverName().split("\\\\")[0];
        byte[] challenge = ntlm.challenge(computer, computer);
        writer.begin(Message.RESPONSE);
        writer.write(new Bytes().u8(0xED).u16(challenge.length).raw(challenge).toArray());
        writer.end();
        Message answer = reader.message(Login7.LIMIT);
        if (answer == null) {
            return null;
        }
        if (answer.type() != Message.SSPI) {
            throw new ProtocolException("A message of type " + answer.type() + " came instead of the answer of NTLM.");
        }
        Ntlm.Answer proof = Ntlm.parse(answer.payload());
        String account = proof.domain() + "\\" + proof.user();
        if (!ntlm.proves(proof, backend.windowsPassword(proof.domain(), proof.user()))) {
            throw new ServerError(18456, 14, "Login failed for user '" + account + "'.");
        }
        return new Applicant(login(request, account, null), request);
    }

    private Backend.Login login(Login7 request, String user, String password) {
        return new Backend.Login(
                user,
                password,
                request.database(),
                request.applicationName(),
                request.hostName(),
                request.clientLibrary(),
                transport.secure(),
                password == null);
    }

    /** The version that the client speaks, once LOGIN7 has come. */
    TdsVersion version() {
        return version;
    }

    /** With the fault in force, waits without a word until the client leaves. */
    private boolean mute(WireFault when) throws IOException {
        boolean mute = fault.get() == when;
        if (mute) {
            transport.swallow();
        }
        return mute;
    }
}
