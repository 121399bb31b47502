package io.jenkins.plugins.pchat.lab.server.query;

import io.jenkins.plugins.pchat.lab.server.store.TableEngine;
import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes functions that stand where a table does as views whose columns are compared with the arguments. */
final class TableFunctions {

    /** The columns that the arguments are compared with. */
    private static final Map<String, List<String>> FUNCTIONS =
            Map.of("dm_os_volume_stats", List.of("database_id", "file_id"));

    private final QueryRewriter out;

    TableFunctions(QueryRewriter out) {
        this.out = out;
    }

    /** {@code CROSS APPLY f(a, b) AS x} becomes a join; returns the place behind it. */
    int apply(Tokens tokens, int at, boolean outer) throws ServerError {
        Name name = Name.at(tokens, at + 2);
        List<String> columns = columns(name);
        int close = tokens.closing(name.end());
        int end = tokens.get(close + 1).is("AS") ? close + 2 : close + 1;
        boolean aliased = isAlias(tokens.get(end));
        String alias = TableEngine.quote(aliased ? tokens.get(end).text() : name.last());
        out.append(outer ? "LEFT JOIN" : "JOIN");
        out.appendTable(name.parts());
        out.append("AS " + alias + " ON");
        compare(name, columns, alias + ".", tokens.between(name.end() + 1, close));
        return aliased ? end + 1 : end;
    }

    /** {@code FROM f(a, b)} becomes a query in parentheses; returns the place behind it. */
    int source(Name name, Tokens tokens) throws ServerError {
        List<String> columns = columns(name);
        int close = tokens.closing(name.end());
        out.append("(SELECT * FROM");
        out.appendTable(name.parts());
        out.append("WHERE");
        compare(name, columns, "", tokens.between(name.end() + 1, close));
        out.append(")");
        Token behind = tokens.get(close + 1);
        if (!behind.is("AS") && !isAlias(behind)) {
            out.appendName(name.last());
        }
        return close + 1;
    }

    private static boolean isAlias(Token token) {
        return token.isName() && !Words.isKeyword(token.text());
    }

    private static List<String> columns(Name name) throws ServerError {
        List<String> columns = FUNCTIONS.get(name.last().toLowerCase(Locale.ROOT));
        if (columns == null) {
            throw QueryRewriter.notSimulated("the table function " + name);
        }
        return columns;
    }

    private void compare(Name name, List<String> columns, String prefix, Tokens inside) throws ServerError {
        List<Tokens> arguments = inside.split();
        if (arguments.size() != columns.size()) {
            throw new ServerError(
                    313,
                    3,
                    16,
                    "An insufficient number of arguments were supplied for the procedure or function " + name + ".");
        }
        for (int i = 0; i < columns.size(); i++) {
            out.append((i == 0 ? "" : "AND ") + prefix + TableEngine.quote(columns.get(i)) + " =");
            out.rewrite(arguments.get(i));
        }
    }
}
