package io.jenkins.plugins.pchat.lab.server.tsql;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Cuts a batch into tokens; comments, which nest, and blanks are dropped. */
public final class Lexer {

    private static final List<String> LONG_SYMBOLS =
            List.of("<=", ">=", "<>", "!=", "+=", "-=", "*=", "/=", "%=", "::", "!<", "!>");
    private static final String SYMBOLS = "()=<>+-*/%,.;:&|^~{}?!";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens of a batch, the last of kind END. 102, 105 and 113 for what is no T-SQL. */
    public static List<Token> tokens(String batch) throws ServerError {
        return new Lexer(batch).run();
    }

    private List<Token> run() throws ServerError {
        while (skipBlanks()) {
            int start = at;
            int startLine = line;
            Token.Kind kind = Token.Kind.WORD;
            String value;
            char c = text.charAt(at);
            if (c == '\'') {
                kind = Token.Kind.TEXT;
                value = quoted('\'');
            } else if ((c == 'N' || c == 'n') && at + 1 < text.length() && text.charAt(at + 1) == '\'') {
                at++;
                kind = Token.Kind.TEXT;
                value = quoted('\'');
            } else if (c == '[' || c == '"') {
                kind = Token.Kind.NAME;
                value = quoted(c == '[' ? ']' : '"');
            } else if (c == '0' && at + 1 < text.length() && (text.charAt(at + 1) | 32) == 'x') {
                at += 2;
                kind = Token.Kind.BINARY;
                value = take(ch -> Character.digit(ch, 16) >= 0);
            } else if (Character.isDigit(c)
                    || (c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)))) {
                kind = Token.Kind.NUMBER;
                value = number();
            } else if (c == '@') {
                kind = Token.Kind.VARIABLE;
                value = take(Lexer::isNamePart);
            } else if (Character.isLetter(c) || c == '_' || c == '#' || c == '$') {
                value = take(Lexer::isNamePart);
            } else {
                kind = Token.Kind.SYMBOL;
                value = symbol();
            }
            tokens.add(new Token(kind, value, startLine, start, at));
        }
        tokens.add(new Token(Token.Kind.END, "", line, at, at));
        return tokens;
    }

    /** Skips blanks and comments; false at the end. */
    private boolean skipBlanks() throws ServerError {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                at++;
            } else if (Character.isWhitespace(c) || c == '\uFEFF') {
                at++;
            } else if (text.startsWith("--", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                comment();
            } else {
                return true;
            }
        }
        return false;
    }

    private void comment() throws ServerError {
        int depth = 0;
        do {
            if (at >= text.length()) {
                throw new ServerError(113, 15, "Missing end comment mark '*/'.");
            }
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                line += text.charAt(at) == '\n' ? 1 : 0;
                at++;
            }
        } while (depth > 0);
    }

    private String quoted(char end) throws ServerError {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == end) {
                at++;
                if (at >= text.length() || text.charAt(at) != end) {
                    return value.toString();
                }
            }
            line += c == '\n' ? 1 : 0;
            value.append(c);
        }
        throw new ServerError(105, 15, "Unclosed quotation mark after the character string '" + value + "'.");
    }

    private String number() {
        int start = at;
        take(c -> Character.isDigit(c) || c == '.');
        if (at < text.length() && (text.charAt(at) | 32) == 'e') {
            int exponent = at + 1 + (at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0);
            if (exponent < text.length() && Character.isDigit(text.charAt(exponent))) {
                at = exponent;
                take(Character::isDigit);
            }
        }
        return text.substring(start, at);
    }

    private String symbol() throws ServerError {
        for (String symbol : LONG_SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                at += 2;
                return symbol;
            }
        }
        char c = text.charAt(at++);
        if (SYMBOLS.indexOf(c) < 0) {
            throw new ServerError(102, 15, "Incorrect syntax near '" + c + "'.");
        }
        return String.valueOf(c);
    }

    private String take(IntPredicate part) {
        int start = at;
        while (at < text.length() && part.test(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isNamePart(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '#' || c == '$' || c == '@';
    }
}
