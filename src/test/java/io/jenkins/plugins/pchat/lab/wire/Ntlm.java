package io.jenkins.plugins.pchat.lab.wire;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.MD4Digest;

/** The server's half of NTLM: one challenge, and the check of an NTLMv2 answer to it (TDS-FACTS 4.1). Older kinds of answer are refused. */
final class Ntlm {

    private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHALLENGE = 2;
    private static final int AUTHENTICATE = 3;
    private static final int FLAGS = 0xE2898235;
    private static final int HEADER = 56;
    private static final byte[] VERSION = {0x0A, 0, 0x61, 0x4A, 0, 0, 0, 0x0F};

    private static final int NT_RESPONSE = 0x14;
    private static final int DOMAIN = 0x1C;
    private static final int USER = 0x24;
    private static final int PROOF = 16;
    private static final int OLD_RESPONSE = 24;

    /** Where the days of FILETIME begin, in seconds before 1970. */
    private static final Instant YEAR_1601 = Instant.parse("1601-01-01T00:00:00Z");

    private final byte[] challenge = new byte[8];

    Ntlm() {
        new SecureRandom().nextBytes(challenge);
    }

    /** What a client answered. */
    record Answer(String domain, String user, byte[] response) {}

    static boolean isNtlm(byte[] blob) {
        return blob.length > SIGNATURE.length
                && Arrays.equals(blob, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /** CHALLENGE. The target's information follows its name at once, for the driver doesn't look at the offsets. */
    byte[] challenge(String domain, String computer) {
        byte[] target = domain.getBytes(StandardCharsets.UTF_16LE);
        Bytes info = new Bytes();
        pair(info, 2, domain.getBytes(StandardCharsets.UTF_16LE));
        pair(info, 1, computer.getBytes(StandardCharsets.UTF_16LE));
        pair(info, 4, domain.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_16LE));
        pair(info, 3, computer.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_16LE));
        long ticks = Duration.between(YEAR_1601, Instant.now()).toMillis() * 10_000;
        pair(info, 7, new Bytes().i64(ticks).toArray());
        pair(info, 0, new byte[0]);
        return new Bytes()
                .raw(SIGNATURE)
                .i32(CHALLENGE)
                .u16(target.length)
                .u16(target.length)
                .i32(HEADER)
                .i32(FLAGS)
                .raw(challenge)
                .i64(0)
                .u16(info.size())
                .u16(info.size())
                .i32(HEADER + target.length)
                .raw(VERSION)
                .raw(target)
                .raw(info.toArray())
                .toArray();
    }

    private static void pair(Bytes out, int id, byte[] value) {
        out.u16(id).u16(value.length).raw(value);
    }

    /** Reads AUTHENTICATE. */
    static Answer parse(byte[] blob) throws ProtocolException {
        ByteReader reader = new ByteReader(blob);
        if (!isNtlm(blob) || reader.slice(SIGNATURE.length, 1)[0] != AUTHENTICATE) {
            throw new ProtocolException("The second message of the integrated login is not NTLM's.");
        }
        return new Answer(text(reader, DOMAIN), text(reader, USER), field(reader, NT_RESPONSE));
    }

    private static String text(ByteReader reader, int entry) throws ProtocolException {
        return new String(field(reader, entry), StandardCharsets.UTF_16LE);
    }

    private static byte[] field(ByteReader reader, int entry) throws ProtocolException {
        ByteReader position = new ByteReader(reader.slice(entry, 8));
        int length = position.u16();
        position.skip(2);
        return reader.slice(position.i32(), length);
    }

    /** Whether the answer proves the knowledge of the password. */
    boolean proves(Answer answer, String password) {
        byte[] response = answer.response();
        if (password == null || response.length <= OLD_RESPONSE) {
            return false;
        }
        byte[] key = hmac(
                md4(password),
                (answer.user().toUpperCase(Locale.ROOT) + answer.domain()).getBytes(StandardCharsets.UTF_16LE));
        byte[] rest = Arrays.copyOfRange(response, PROOF, response.length);
        byte[] expected = hmac(key, new Bytes().raw(challenge).raw(rest).toArray());
        return MessageDigest.isEqual(expected, Arrays.copyOf(response, PROOF));
    }

    private static byte[] md4(String password) {
        byte[] text = password.getBytes(StandardCharsets.UTF_16LE);
        MD4Digest digest = new MD4Digest();
        digest.update(text, 0, text.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(key, "HmacMD5"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacMD5.", e);
        }
    }
}
