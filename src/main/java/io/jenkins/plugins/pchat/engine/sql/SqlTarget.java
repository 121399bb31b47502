package io.jenkins.plugins.pchat.engine.sql;

import io.jenkins.plugins.pchat.engine.PlainText;
import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which instance to connect to, and how.
 *
 * @param instance {@code host}, {@code host\INSTANCE} or {@code host,port}
 * @param encrypt how the connection is encrypted
 * @param trustServerCertificate accept any certificate
 * @param hostNameInCertificate the name the certificate must have, when it isn't the host's; else null
 */
public record SqlTarget(String instance, Encrypt encrypt, boolean trustServerCertificate, String hostNameInCertificate)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Pattern SHAPE =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*)(?:\\\\([A-Za-z_#][A-Za-z0-9_$#]*)|,([0-9]{1,5}))?");

    /** The driver's property {@code encrypt}. */
    public enum Encrypt {
        TRUE,
        STRICT,
        FALSE;

        /** Reads the word of a step parameter; null is the default, {@code true}. */
        public static Encrypt of(String word) {
            if (word == null) {
                return TRUE;
            }
            for (Encrypt e : values()) {
                if (e.word().equals(word)) {
                    return e;
                }
            }
            throw new IllegalArgumentException(
                    "encrypt is " + PlainText.quoted(word) + "; it can be 'true', 'strict' or 'false'.");
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SqlTarget {
        Matcher shape = SHAPE.matcher(instance == null ? "" : instance);
        if (!shape.matches() || (shape.group(3) != null && badPort(shape.group(3)))) {
            throw new IllegalArgumentException((instance == null ? "An empty text" : PlainText.quoted(instance))
                    + " names no SQL Server instance; write 'host', 'host\\INSTANCE' or 'host,port'.");
        }
    }

    /** An instance with the driver's defaults: encrypted, certificate checked. */
    public static SqlTarget of(String instance) {
        return new SqlTarget(instance, Encrypt.TRUE, false, null);
    }

    public String host() {
        return part(1);
    }

    /** The named instance, null for the default one or when a port is given. */
    public String instanceName() {
        return part(2);
    }

    /** The port, 0 when none is given. */
    public int port() {
        String port = part(3);
        return port == null ? 0 : Integer.parseInt(port);
    }

    private String part(int group) {
        Matcher shape = SHAPE.matcher(instance);
        return shape.matches() ? shape.group(group) : null;
    }

    private static boolean badPort(String digits) {
        int port = Integer.parseInt(digits);
        return port < 1 || port > 65535;
    }

    @Override
    public String toString() {
        return instance;
    }
}
