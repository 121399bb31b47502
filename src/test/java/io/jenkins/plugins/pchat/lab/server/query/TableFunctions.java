package io.jenkins.plugins.pchat.lab.server.query;

import io.jenkins.plugins.pchat.lab.server.store.TableEngine;
import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes functions that stand where a table does as views whose columns are compared with the arguments. */
final class TableFunctions {

    /** The columns that the arguments are compared with. */
    private static final Map<String, List<String>> FUNCTIONS = Map.of(
            "dm_os_volume_stats", List.of("database_id", "file_id"));

    private final QueryRewriter out;

    TableFunctions(QueryRewriter out) {
        this.out = out;
    }

    /** {@code CROSS APPLY f(a, b) AS x} becomes a join; returns the place behind it. */
    int apply(List<Token> tokens, int at, boolean outer) throws ServerError {
        int next = at + 2;
        List<String> parts = new ArrayList<>(List.of(tokens.get(next++).text()));
        while (tokens.get(next).is(".")) {
            parts.add(tokens.get(next + 1).text());
            next += 2;
        }
        if (!tokens.get(next).is("(") || !FUNCTIONS.containsKey(parts.get(parts.size() - 1).toLowerCase(java.util.Locale.ROOT))) {
            throw QueryRewriter.notSimulated("APPLY of " + String.join(".", parts));
        }
        int close = Level.closing(tokens, next);
        int end = close + 1;
        if (end < tokens.size() && tokens.get(end).is("AS")) {
            end++;
        }
        String alias = parts.get(parts.size() - 1);
        if (end < tokens.size() && tokens.get(end).isName() && !Words.isKeyword(tokens.get(end).text())) {
            alias = tokens.get(end++).text();
        }
        out.append(outer ? "LEFT JOIN" : "JOIN");
        out.appendTable(parts);
        out.append("AS " + TableEngine.quote(alias) + " ON");
        compare(parts, TableEngine.quote(alias) + ".", tokens.subList(next + 1, close));
        return end;
    }

    /** {@code FROM f(a, b)} becomes a query in parentheses; returns the place behind it. */
    int source(List<String> parts, List<Token> tokens, int open) throws ServerError {
        int close = Level.closing(tokens, open);
        if (!FUNCTIONS.containsKey(parts.get(parts.size() - 1).toLowerCase(java.util.Locale.ROOT))) {
            throw QueryRewriter.notSimulated("the table function " + String.join(".", parts));
        }
        out.append("(SELECT * FROM");
        out.appendTable(parts);
        out.append("WHERE");
        compare(parts, "", tokens.subList(open + 1, close));
        out.append(")");
        boolean aliased = close + 1 < tokens.size()
                && (tokens.get(close + 1).is("AS") || (tokens.get(close + 1).isName() && !Words.isKeyword(tokens.get(close + 1).text())));
        if (!aliased) {
            out.append(TableEngine.quote(parts.get(parts.size() - 1)));
        }
        return close + 1;
    }

    private void compare(List<String> parts, String prefix, List<Token> inside) throws ServerError {
        List<String> columns = FUNCTIONS.get(parts.get(parts.size() - 1).toLowerCase(java.util.Locale.ROOT));
        List<List<Token>> arguments = FunctionRewriter.split(inside);
        if (arguments.size() != columns.size()) {
            throw new ServerError(313, 3, 16, "An insufficient number of arguments were supplied for the procedure or function "
                    + String.join(".", parts) + ".");
        }
        for (int i = 0; i < columns.size(); i++) {
            out.append((i == 0 ? "" : "AND ") + prefix + TableEngine.quote(columns.get(i)) + " =");
            out.rewrite(arguments.get(i), false);
        }
    }
}
