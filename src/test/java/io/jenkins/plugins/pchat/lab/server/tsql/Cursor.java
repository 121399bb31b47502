package io.jenkins.plugins.pchat.lab.server.tsql;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.List;

/** A place in a list of tokens. */
final class Cursor {

    private final List<Token> tokens;
    private int at;

    /** @param tokens the last of kind END */
    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The token so many places ahead, END beyond the end. */
    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    boolean at(String... words) {
        return peek().isOneOf(words);
    }

    /** Whether these words stand here, one after the other. */
    boolean ahead(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Takes these words when they stand here, all or none. */
    boolean accept(String... words) {
        if (!ahead(words)) {
            return false;
        }
        at += words.length;
        return true;
    }

    void expect(String... words) throws ServerError {
        for (String word : words) {
            if (!accept(word)) {
                throw unexpected();
            }
        }
    }

    /** A name, quoted or not. */
    String name() throws ServerError {
        if (!peek().isName()) {
            throw unexpected();
        }
        return next().text();
    }

    /** A token of a kind. */
    Token expect(Token.Kind kind) throws ServerError {
        if (peek().kind() != kind) {
            throw unexpected();
        }
        return next();
    }

    /** The error that this token can't stand here. */
    ServerError unexpected() {
        return new ServerError(
                102,
                15,
                atEnd()
                        ? "Incorrect syntax near the end of the batch."
                        : "Incorrect syntax near '" + peek().text() + "'.");
    }

    /** The error that the lab knows nothing of what stands here. */
    ServerError notSimulated(String where) {
        return new ServerError(40000, 16, "The lab doesn't simulate this: '" + peek().text() + "' in " + where + ".");
    }
}
