package io.jenkins.plugins.pchat.lab.server.query;

import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.Locale;
import java.util.Set;

/** One level of parentheses of a query: knows whether a name is a table's, a function's or a column's. */
final class Level {

    private static final Set<String> NO_TABLES =
            Set.of("WHERE", "GROUP", "ORDER", "HAVING", "SET", "VALUES", "ON", "JOIN", "AND", "AS");
    private static final Set<String> BEFORE_TABLES = Set.of("INTO", "FROM", "SELECT", "TABLE");

    private final QueryRewriter out;
    private final Tokens tokens;
    private final SelectList items;
    private int at;
    private boolean inFrom;
    private boolean expectTable;

    /**
     * @param outermost whether it is the whole query
     * @param source whether it stands where a table does
     */
    Level(QueryRewriter out, Tokens tokens, boolean outermost, boolean source) {
        this.out = out;
        this.tokens = tokens;
        this.items = new SelectList(out, outermost);
        this.inFrom = source && !tokens.get(0).isOneOf("SELECT", "WITH", "VALUES");
        this.expectTable = inFrom;
    }

    void run() throws ServerError {
        while (at < tokens.size()) {
            if (items.open() && items.atStart()) {
                at = items.begin(tokens, at);
            }
            Token token = tokens.get(at);
            switch (token.kind()) {
                case TEXT -> text(token);
                case BINARY -> take("X'" + token.text() + "'");
                case NUMBER -> take(token.text());
                case VARIABLE -> variable(token);
                case SYMBOL -> symbol(token);
                case WORD -> word(token);
                default -> name();
            }
        }
        items.end();
    }

    /** Writes a text for the token here. */
    private void take(String text) {
        out.append(text);
        at++;
    }

    private void text(Token token) throws ServerError {
        Token before = tokens.get(at - 1);
        if (before.is("AS")) {
            out.appendName(token.text());
        } else if (before.is("LIKE")) {
            LikePattern.append(out, token.text());
        } else {
            out.appendText(token.text());
        }
        at++;
    }

    private void variable(Token token) throws ServerError {
        if (expectTable) {
            out.appendName(token.text());
            expectTable = false;
        } else {
            out.appendVariable(token);
        }
        at++;
    }

    private void symbol(Token token) throws ServerError {
        if (token.is("(")) {
            int close = tokens.closing(at);
            out.append("(");
            new Level(out, tokens.between(at + 1, close), false, expectTable).run();
            expectTable = false;
            at = close;
            take(")");
            return;
        }
        if (token.is(",")) {
            items.comma();
            expectTable = inFrom;
        }
        take(token.text());
    }

    private void word(Token token) throws ServerError {
        String word = token.text().toUpperCase(Locale.ROOT);
        boolean qualified = tokens.get(at + 1).is(".");
        boolean call = tokens.get(at + 1).is("(");
        if (!qualified && expectTable && NO_TABLES.contains(word)) {
            throw new ServerError(102, 15, "Incorrect syntax near '" + token.text() + "'.");
        }
        if (qualified || (expectTable && !BEFORE_TABLES.contains(word))) {
            name();
        } else if (!clause(word)) {
            boolean function = call && (!Words.isKeyword(word) || Words.engineFunction(word) != null);
            if (Words.isKeyword(word) && (!function || word.equals("IN") || word.equals("EXISTS"))) {
                take(word);
            } else {
                name();
            }
        }
    }

    /** Handles a word that begins a clause; false for any other word. */
    private boolean clause(String word) throws ServerError {
        switch (word) {
            case "SELECT" -> select();
            case "FROM", "INTO", "UPDATE", "TABLE", "JOIN" -> {
                if (!word.equals("JOIN")) {
                    items.end();
                }
                inFrom = inFrom || word.equals("FROM");
                expectTable = true;
                take(word);
            }
            case "WHERE", "GROUP", "ORDER", "HAVING", "UNION", "EXCEPT", "INTERSECT", "SET", "VALUES" -> {
                items.end();
                leaveFrom();
                take(word);
            }
            case "INSERT" -> target("INSERT INTO", "INTO");
            case "DELETE" -> target("DELETE FROM", "FROM");
            case "WITH" -> at = WithClause.rewrite(out, tokens, at);
            // Everything here compares without regard to case, as the server's collation does.
            case "COLLATE" -> at += 2;
            case "OPTION" -> at = tokens.closing(at + 1) + 1;
            case "OUTPUT", "PIVOT", "UNPIVOT", "FOR", "TABLESAMPLE" ->
                throw QueryRewriter.notSimulated(word + " in a query");
            default -> {
                if (!word.matches("CROSS|OUTER") || !tokens.get(at + 1).is("APPLY")) {
                    return false;
                }
                at = new TableFunctions(out).apply(tokens, at, word.equals("OUTER"));
            }
        }
        return true;
    }

    private void leaveFrom() {
        inFrom = false;
        expectTable = false;
    }

    /** Takes SELECT with DISTINCT and TOP n, so that the first item of the list is next. */
    private void select() throws ServerError {
        leaveFrom();
        take("SELECT");
        at = TopClause.rewrite(out, tokens, at);
        items.start(at);
    }

    private void target(String text, String optional) {
        take(text);
        if (tokens.get(at).is(optional)) {
            at++;
        }
        expectTable = true;
    }

    /** {@code AS v(x)} names a table and its columns. */
    private boolean isAlias(int place) {
        return tokens.get(place - 1).is("AS")
                || (inFrom && tokens.get(place - 1).is(")"));
    }

    private void name() throws ServerError {
        int start = at;
        Name name = Name.at(tokens, at);
        at = name.end();
        boolean call = !name.star() && tokens.get(at).is("(");
        if (expectTable) {
            expectTable = false;
            if (call && inFrom) {
                at = new TableFunctions(out).source(name, tokens);
            } else {
                out.appendTable(name.parts());
            }
        } else if (call && tokens.get(start).kind() == Token.Kind.WORD && !isAlias(start)) {
            items.function(name, tokens, start, tokens.closing(at));
            at = out.functions().call(name, tokens);
        } else if (isAlias(start) || !name.isPlain() || !out.functions().word(name.last())) {
            out.appendColumn(name);
        }
    }
}
