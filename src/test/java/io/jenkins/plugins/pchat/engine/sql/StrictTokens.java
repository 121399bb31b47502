package io.jenkins.plugins.pchat.engine.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts T-SQL into tokens by the rules of the documentation, as strictly as it can: what it doesn't know is an error. It shares nothing with the product
 * nor with the lab.
 */
public final class StrictTokens {

    /** A token; {@code kind} is one of {@code ' [ w @ s}: text, name in brackets, word or number, variable, symbol. */
    public record Token(char kind, String value) {}

    private StrictTokens() {}

    /** The tokens of a batch. */
    public static List<Token> of(String sql) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == ' ' || c == '\n') {
                at++;
            } else if (c == '\'' || c == '[' || c == 'N' && sql.startsWith("N'", at)) {
                int open = c == 'N' ? at + 1 : at;
                StringBuilder value = new StringBuilder();
                at = quoted(sql, open + 1, c == '[' ? ']' : '\'', value);
                tokens.add(new Token(c == '[' ? '[' : '\'', value.toString()));
            } else if (isWord(c) || c == '@') {
                int start = at++;
                while (at < sql.length() && (isWord(sql.charAt(at)) || sql.charAt(at) == '@')) {
                    at++;
                }
                tokens.add(new Token(c == '@' ? '@' : 'w', sql.substring(start, at)));
            } else if ("().,;=<>*?:".indexOf(c) >= 0) {
                tokens.add(new Token('s', String.valueOf(c)));
                at++;
            } else {
                throw new AssertionError("not T-SQL of ours at " + at + ": " + sql);
            }
        }
        return tokens;
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    private static int quoted(String sql, int from, char end, StringBuilder value) {
        for (int at = from; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (c == end) {
                if (at + 1 == sql.length() || sql.charAt(at + 1) != end) {
                    return at + 1;
                }
                at++;
            }
            value.append(c);
        }
        throw new AssertionError("a quote that is not closed: " + sql);
    }
}
