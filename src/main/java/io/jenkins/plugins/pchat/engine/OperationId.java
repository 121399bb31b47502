package io.jenkins.plugins.pchat.engine;

import java.io.Serializable;
import java.util.UUID;
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

    /**
     * Makes a new id for a step of a build; characters that an id can't hold become dashes. No two calls give the same id: the number of a build comes
     * again when a job or a Jenkins is made anew, and a backup of years ago must not pass for one of tonight's.
     */
    public static OperationId unique(String build, String step) {
        String raw = (build + "-" + step + "-" + UUID.randomUUID().toString().substring(0, 8))
                .replaceAll("[^A-Za-z0-9._#-]", "-");
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
