package io.jenkins.plugins.pchat.lab.server.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/**
 * A login, as {@code sys.server_principals} has it.
 *
 * @param type S for a SQL login, U for a Windows account, G for a Windows group
 * @param password null for Windows logins that only the directory knows
 */
public record Login(
        int id, String name, char type, byte[] sid, String password, boolean sysadmin, LocalDateTime created) {

    /** The login whose sid is 0x01. */
    public static final String SA = "sa";

    /**
     * A new sid for a SQL login: on each instance another one, so that users of a restored database can lose their
     * logins.
     */
    public static byte[] freshSid() {
        UUID random = UUID.randomUUID();
        return ByteBuffer.allocate(16)
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits())
                .array();
    }

    /** The sid of a domain account: the same on every instance of the domain. */
    public static byte[] domainSid(String account) {
        UUID hash = UUID.nameUUIDFromBytes(account.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(28)
                .put(new byte[] {1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0})
                .putLong(hash.getMostSignificantBits())
                .putLong(hash.getLeastSignificantBits())
                .array();
    }

    public String typeName() {
        return switch (type) {
            case 'U' -> "WINDOWS_LOGIN";
            case 'G' -> "WINDOWS_GROUP";
            case 'R' -> "SERVER_ROLE";
            default -> "SQL_LOGIN";
        };
    }

    public boolean hasSid(byte[] other) {
        return Arrays.equals(sid, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
