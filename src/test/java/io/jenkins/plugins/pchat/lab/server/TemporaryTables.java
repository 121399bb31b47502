package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.tsql.Statement;
import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import java.util.List;

/** Tells by a statement's first words whether it works on a temporary table or table variable. */
final class TemporaryTables {

    private TemporaryTables() {}

    /** Whether what the statement creates, fills, changes or drops is the session's own. */
    static boolean isTarget(Statement.Query query) {
        String name = target(query);
        return name != null && (name.startsWith("#") || name.startsWith("@"));
    }

    /**
     * The name of the table that a statement other than SELECT is about, without its schema; null when it can't be
     * told.
     */
    static String target(Statement.Query query) {
        List<Token> tokens = query.text().tokens();
        int at = 1;
        while (at < tokens.size() && tokens.get(at).isOneOf("INTO", "FROM", "TABLE")) {
            at++;
        }
        while (at + 1 < tokens.size() && tokens.get(at + 1).is(".")) {
            at += tokens.get(at + 2).is(".") ? 3 : 2;
        }
        return at < tokens.size() ? tokens.get(at).text() : null;
    }
}
