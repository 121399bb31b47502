package io.jenkins.plugins.pchat.engine.pool;

import io.jenkins.plugins.pchat.engine.PlainText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Fully qualified names of computers and pools: how they are checked and compared. */
final class Fqdn {

    private static final String REST = "(?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    /** At least two labels, the last of which begins with a letter, so that an address of numbers is none. */
    private static final Pattern SHAPE = Pattern.compile("(?=.{1,253}$)(?:[A-Za-z0-9]" + REST + "\\.)+[A-Za-z]" + REST);

    private Fqdn() {}

    static boolean isValid(String name) {
        return name != null && SHAPE.matcher(name).matches();
    }

    /** Returns the names as they are. Refuses an empty list, a malformed name and a name given twice. */
    static List<String> checkAll(List<String> names) {
        if (names == null || names.isEmpty()) {
            throw new IllegalArgumentException("The list of servers is empty; name at least one server of the pool."
                    + " To empty the pool's active list there is a step of its own, pchatClearActiveServers.");
        }
        TreeSet<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : names) {
            if (!isValid(name)) {
                throw new IllegalArgumentException(PlainText.quoted(name)
                        + " is no fully qualified name of a server; write 'server.domain.example'.");
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException("The server '" + name + "' is in the list twice.");
            }
        }
        return List.copyOf(names);
    }

    /** Whether two lists hold the same names, in whatever order and case. */
    static boolean same(Collection<String> some, Collection<String> others) {
        return lower(some).equals(lower(others));
    }

    static boolean contains(Collection<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static TreeSet<String> lower(Collection<String> names) {
        TreeSet<String> lower = new TreeSet<>();
        names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
        return lower;
    }
}
