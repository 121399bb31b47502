package io.jenkins.plugins.pchat.lab.server.tsql;

/**
 * A word, name, literal or symbol of a batch.
 *
 * @param text the word as written, the name or text without its quotes, the digits, the symbol
 * @param line the line it begins on, from 1
 * @param start where it begins in the batch
 * @param end where it ends in the batch
 */
public record Token(Kind kind, String text, int line, int start, int end) {

    /** What a token is. */
    public enum Kind {
        /** A keyword or a name without quotes. */
        WORD,
        /** A name in brackets or double quotes. */
        NAME,
        /** A text literal, with or without N. */
        TEXT,
        NUMBER,
        /** {@code 0x...}; the text is the digits after 0x. */
        BINARY,
        /** {@code @x} or {@code @@x}, with its signs. */
        VARIABLE,
        SYMBOL,
        END
    }

    /** Whether it is this keyword, in any case, or this symbol. */
    public boolean is(String word) {
        return kind == Kind.SYMBOL ? text.equals(word) : kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** Whether it is one of these keywords or symbols. */
    public boolean isOneOf(String... words) {
        for (String word : words) {
            if (is(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it can be a name: quoted or not. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.NAME;
    }

    /** The same token as another kind of token: a keyword that stands where only a name can. */
    public Token as(Kind other) {
        return new Token(other, text, line, start, end);
    }
}
