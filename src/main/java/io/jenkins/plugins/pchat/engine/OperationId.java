package io.jenkins.plugins.pchat.engine;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * The name under which one execution of one step is known to the servers: the application name of its sessions and part of the description
 * of its backups. The same execution resumed has the same id, and so finds its own earlier work.
 *
 * @param value letters, digits, dots, dashes, underscores and hashes, at most 80 characters
 */
public record OperationId(String value) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._#-]{1,80}");

    public OperationId {
        if (!SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an operation id: " + value);
        }
    }

    /** Makes an id of a build and a step of it; characters that an id can't hold become dashes. */
    public static OperationId of(String build, String step) {
        String raw = (build + "-" + step).replaceAll("[^A-Za-z0-9._#-]", "-");
        return new OperationId(raw.length() > 80 ? raw.substring(raw.length() - 80) : raw);
    }

    /** The application name of this operation's SQL sessions; SQL Server keeps 128 characters. */
    public String applicationName() {
        return "pchat-failback " + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
