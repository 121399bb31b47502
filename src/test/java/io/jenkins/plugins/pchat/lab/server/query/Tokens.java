package io.jenkins.plugins.pchat.lab.server.query;

import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;

/** Tokens of a query or of a part of it, by position; beyond the last there is END without end. */
final class Tokens {

    private static final Token END = new Token(Token.Kind.END, "", 1, 0, 0);

    private final List<Token> list;

    Tokens(List<Token> list) {
        this.list = list;
    }

    Token get(int at) {
        return at >= 0 && at < list.size() ? list.get(at) : END;
    }

    int size() {
        return list.size();
    }

    /** The tokens from one place to before another. */
    Tokens between(int from, int to) {
        return new Tokens(list.subList(from, Math.max(from, Math.min(to, list.size()))));
    }

    /** Where the parenthesis that opens at a place closes. */
    int closing(int open) throws ServerError {
        int depth = 0;
        for (int i = open; i < list.size(); i++) {
            depth += list.get(i).is("(") ? 1 : list.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new ServerError(102, 15, "Incorrect syntax near '" + get(open).text() + "'.");
    }

    /** The parts between commas that aren't in parentheses. */
    List<Tokens> split() {
        List<Tokens> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < list.size(); i++) {
            depth += list.get(i).is("(") ? 1 : list.get(i).is(")") ? -1 : 0;
            if (depth == 0 && list.get(i).is(",")) {
                parts.add(between(start, i));
                start = i + 1;
            }
        }
        if (start < list.size()) {
            parts.add(between(start, list.size()));
        }
        return parts;
    }

    /** Whether one of them is one of these words. */
    boolean has(String... words) {
        return list.stream().anyMatch(t -> t.isOneOf(words));
    }

    /** As written, with blanks between them. */
    String text() {
        StringBuilder text = new StringBuilder();
        list.forEach(t -> text.append(t.text()).append(' '));
        return text.toString();
    }
}
