package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.PlainText;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which database names a user may give. Stricter than SQL Server: what would need escaping anywhere on the way is
 * refused.
 */
public final class DatabaseName {

    /** The database of Persistent Chat's rooms and messages. */
    public static final String MGC = "mgc";

    /** The database of Persistent Chat's compliance records. */
    public static final String MGCCOMP = "mgccomp";

    private static final Pattern ALLOWED =
            Pattern.compile("[A-Za-z0-9_$#](?:[A-Za-z0-9_.$# -]{0,126}[A-Za-z0-9_.$#-])?");
    private static final Set<String> SYSTEM = Set.of("master", "msdb", "model", "tempdb");

    private DatabaseName() {}

    /**
     * Checks a name.
     *
     * @param name null or blank for the default
     * @param otherwise the default
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static String check(String name, String otherwise) {
        if (name == null || name.isBlank()) {
            return otherwise;
        }
        if (!ALLOWED.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    PlainText.quoted(name) + " can't be used as the name of a database; letters,"
                            + " digits, blanks inside and the characters _ . - $ # are allowed, at most 128 of them.");
        }
        if (SYSTEM.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "'" + name + "' is a system database; Persistent Chat's are mgc and mgccomp.");
        }
        return name;
    }
}
