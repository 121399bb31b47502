package io.jenkins.plugins.pchat.lab.server.tsql;

import java.util.List;

/** The tokens of an expression or condition, or of a part of a query. */
public record Expression(List<Token> tokens) {

    public Expression {
        tokens = List.copyOf(tokens);
    }

    public boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** Its only token, null when there are more or none. */
    public Token single() {
        return tokens.size() == 1 ? tokens.get(0) : null;
    }
}
