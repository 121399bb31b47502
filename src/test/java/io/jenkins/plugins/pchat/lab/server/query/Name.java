package io.jenkins.plugins.pchat.lab.server.query;

import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A name with its parts: {@code msdb.dbo.backupset}, {@code d.*}.
 *
 * @param parts in order; a part that was left out between two points is empty
 * @param star whether a star follows the last point
 * @param end the place behind it
 */
record Name(List<String> parts, boolean star, int end) {

    /** The name that begins at a place. */
    static Name at(Tokens tokens, int start) throws ServerError {
        List<String> parts = new ArrayList<>(List.of(tokens.get(start).text()));
        int at = start + 1;
        while (tokens.get(at).is(".")) {
            Token next = tokens.get(at + 1);
            if (next.is("*")) {
                return new Name(parts, true, at + 2);
            }
            if (next.is(".")) {
                parts.add("");
                at++;
            } else if (next.isName()) {
                parts.add(next.text());
                at += 2;
            } else {
                throw new ServerError(102, 15, "Incorrect syntax near '.'.");
            }
        }
        return new Name(parts, false, at);
    }

    String last() {
        return parts.get(parts.size() - 1);
    }

    /** The last part in upper case, as functions are known by. */
    String function() {
        return last().toUpperCase(Locale.ROOT);
    }

    boolean isPlain() {
        return parts.size() == 1 && !star;
    }

    @Override
    public String toString() {
        return String.join(".", parts);
    }
}
