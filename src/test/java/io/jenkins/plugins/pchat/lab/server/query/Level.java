package io.jenkins.plugins.pchat.lab.server.query;

import io.jenkins.plugins.pchat.lab.server.store.TableEngine;
import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One level of parentheses of a query: knows whether a name is a table's, a function's or a column's. */
final class Level {

    private static final Set<String> NO_TABLES = Set.of("WHERE", "GROUP", "ORDER", "HAVING", "SET", "VALUES", "ON", "JOIN", "AND", "AS");

    private final QueryRewriter out;
    private final List<Token> tokens;
    private final SelectList items;
    private int at;
    private boolean inFrom;
    private boolean expectTable;

    Level(QueryRewriter out, List<Token> tokens, boolean outermost, boolean source) {
        this.out = out;
        this.tokens = tokens;
        this.items = new SelectList(out, outermost);
        boolean query = !tokens.isEmpty() && tokens.get(0).isOneOf("SELECT", "WITH");
        this.inFrom = source && !query;
        this.expectTable = inFrom;
    }

    void run() throws ServerError {
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (items.open() && items.atStart()) {
                at = items.begin(tokens, at);
                token = tokens.get(at);
            }
            switch (token.kind()) {
                case TEXT -> text(token);
                case BINARY -> out.append("X'" + token.text() + "'");
                case NUMBER -> out.append(token.text());
                case VARIABLE -> variable(token);
                case SYMBOL -> symbol(token);
                default -> {
                    if (token.kind() == Token.Kind.NAME || !keyword(token)) {
                        name();
                    }
                    continue;
                }
            }
            at++;
        }
        items.end();
    }

    private void text(Token token) throws ServerError {
        Token before = at == 0 ? null : tokens.get(at - 1);
        if (before != null && before.is("AS")) {
            out.appendName(token.text());
        } else if (before != null && before.is("LIKE")) {
            like(token.text());
        } else {
            out.appendText(token.text());
        }
    }

    /** T-SQL escapes wildcards by brackets; ranges of characters aren't simulated. */
    private void like(String pattern) throws ServerError {
        if (pattern.indexOf('[') < 0) {
            out.appendText(pattern);
            return;
        }
        String escaped = pattern.replace("\\", "\\\\").replaceAll("\\[([_%\\[])\\]", "\\\\$1");
        if (escaped.replace("\\[", "").indexOf('[') >= 0) {
            throw QueryRewriter.notSimulated("LIKE with a range of characters: " + pattern);
        }
        out.appendText(escaped);
        out.append("ESCAPE '\\'");
    }

    private void variable(Token token) throws ServerError {
        if (expectTable) {
            out.appendName(token.text());
            expectTable = false;
        } else {
            out.appendVariable(token);
        }
    }

    private void symbol(Token token) throws ServerError {
        if (token.is("(")) {
            int close = closing(tokens, at);
            List<Token> inside = tokens.subList(at + 1, close);
            out.append("(");
            if (expectTable) {
                out.rewriteSource(inside);
                expectTable = false;
            } else {
                out.rewrite(inside, false);
            }
            out.append(")");
            at = close;
            return;
        }
        if (token.is(",")) {
            items.comma();
            expectTable = inFrom;
        }
        out.append(token.text());
    }

    /** Handles a keyword; false when the word is a name here. */
    private boolean keyword(Token token) throws ServerError {
        String word = token.text().toUpperCase(Locale.ROOT);
        boolean call = at + 1 < tokens.size() && tokens.get(at + 1).is("(");
        boolean qualified = at + 1 < tokens.size() && tokens.get(at + 1).is(".");
        if (!qualified && expectTable && NO_TABLES.contains(word)) {
            throw new ServerError(102, 15, "Incorrect syntax near '" + token.text() + "'.");
        }
        if (qualified || expectTable && !word.equals("INTO") && !word.equals("FROM") && !word.equals("SELECT") && !word.equals("TABLE")) {
            return false;
        }
        switch (word) {
            case "SELECT" -> {
                leaveFrom();
                out.append("SELECT");
                at++;
                items.start(skipTop());
                return true;
            }
            case "FROM" -> {
                items.end();
                inFrom = true;
                expectTable = true;
            }
            case "JOIN" -> expectTable = true;
            case "WHERE", "GROUP", "ORDER", "HAVING", "UNION", "EXCEPT", "INTERSECT", "SET", "VALUES" -> {
                items.end();
                leaveFrom();
            }
            case "INTO" -> {
                items.end();
                expectTable = true;
            }
            case "UPDATE", "TABLE" -> expectTable = true;
            case "INSERT" -> {
                return insertOrDelete("INSERT INTO", "INTO");
            }
            case "DELETE" -> {
                return insertOrDelete("DELETE FROM", "FROM");
            }
            case "WITH" -> {
                return with();
            }
            case "CROSS", "OUTER" -> {
                if (at + 1 < tokens.size() && tokens.get(at + 1).is("APPLY")) {
                    at = new TableFunctions(out).apply(tokens, at, word.equals("OUTER"));
                    return true;
                }
            }
            case "COLLATE" -> {
                // Everything here compares without regard to case, as the server's collation does.
                at += 2;
                return true;
            }
            case "OPTION" -> {
                at = closing(tokens, at + 1) + 1;
                return true;
            }
            case "OUTPUT", "PIVOT", "UNPIVOT", "FOR", "TABLESAMPLE" -> throw QueryRewriter.notSimulated(word + " in a query");
            default -> {
                if (call && !word.equals("IN") && !word.equals("EXISTS") && Words.engineFunction(word) == null && Words.isKeyword(word)) {
                    out.append(word);
                    at++;
                    return true;
                }
                if (call || !Words.isKeyword(word)) {
                    return false;
                }
            }
        }
        out.append(word);
        at++;
        return true;
    }

    private void leaveFrom() {
        inFrom = false;
        expectTable = false;
    }

    /** Takes DISTINCT and TOP n, so that the first item of the list is next. */
    private int skipTop() throws ServerError {
        if (at < tokens.size() && tokens.get(at).isOneOf("DISTINCT", "ALL")) {
            out.append(tokens.get(at++).text());
        }
        if (at < tokens.size() && tokens.get(at).is("TOP")) {
            int end = tokens.get(at + 1).is("(") ? closing(tokens, at + 1) + 1 : at + 2;
            out.append("TOP (");
            List<Token> count = tokens.subList(at + 1, end);
            out.rewrite(count.size() > 1 ? count.subList(1, count.size() - 1) : count, false);
            out.append(")");
            at = end;
            while (tokens.get(at).isOneOf("PERCENT", "WITH", "TIES")) {
                out.append(tokens.get(at++).text());
            }
        }
        return at;
    }

    private boolean insertOrDelete(String text, String optional) {
        out.append(text);
        at++;
        if (at < tokens.size() && tokens.get(at).is(optional)) {
            at++;
        }
        expectTable = true;
        return true;
    }

    /** Common table expressions are kept, table hints are dropped. */
    private boolean with() throws ServerError {
        if (at + 1 < tokens.size() && tokens.get(at + 1).is("(")) {
            at = closing(tokens, at + 1) + 1;
            return true;
        }
        out.append("WITH");
        at++;
        boolean more = true;
        while (more) {
            Token name = tokens.get(at++);
            out.commonTable(name.text());
            out.appendName(name.text());
            while (!tokens.get(at).is("AS")) {
                symbolOrName();
            }
            out.append("AS");
            at++;
            symbol(tokens.get(at));
            at++;
            more = at < tokens.size() && tokens.get(at).is(",");
            if (more) {
                out.append(",");
                at++;
            }
        }
        return true;
    }

    private void symbolOrName() throws ServerError {
        symbol(tokens.get(at));
        at++;
    }

    private void name() throws ServerError {
        int start = at;
        List<String> parts = new ArrayList<>();
        parts.add(tokens.get(at++).text());
        boolean star = false;
        while (at < tokens.size() && tokens.get(at).is(".")) {
            at++;
            if (tokens.get(at).is(".")) {
                parts.add("");
            } else if (tokens.get(at).is("*")) {
                star = true;
                at++;
            } else {
                parts.add(tokens.get(at++).text());
            }
        }
        boolean call = !star && at < tokens.size() && tokens.get(at).is("(");
        if (expectTable) {
            expectTable = false;
            boolean function = call && inFrom;
            if (function) {
                at = new TableFunctions(out).source(parts, tokens, at);
            } else {
                out.appendTable(parts);
            }
        } else if (call && tokens.get(start).kind() == Token.Kind.WORD) {
            items.function(parts, tokens, start, closing(tokens, at));
            at = out.functions().call(parts, tokens, at);
        } else {
            column(parts, star);
        }
    }

    private void column(List<String> parts, boolean star) throws ServerError {
        if (parts.size() == 1 && !star && out.functions().word(parts.get(0))) {
            return;
        }
        int tableParts = star ? parts.size() : parts.size() - 1;
        StringBuilder text = new StringBuilder();
        if (tableParts > 1) {
            text.append(out.scope().table(parts.subList(0, tableParts)));
        } else if (tableParts == 1) {
            text.append(TableEngine.quote(parts.get(0)));
        }
        text.append(tableParts == 0 ? "" : ".");
        text.append(star ? "*" : TableEngine.quote(parts.get(parts.size() - 1)));
        out.append(text.toString());
    }

    /** Where the parenthesis that opens at a place closes. */
    static int closing(List<Token> tokens, int open) throws ServerError {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new ServerError(102, 15, "Incorrect syntax near '('.");
    }
}
