package io.jenkins.plugins.pchat.lab.server.query;

import io.jenkins.plugins.pchat.lab.wire.ServerError;

/** Writes WITH: common table expressions are kept, table hints are dropped. */
final class WithClause {

    private WithClause() {}

    /** Rewrites what begins at a place; the place behind it. */
    static int rewrite(QueryRewriter out, Tokens tokens, int with) throws ServerError {
        if (tokens.get(with + 1).is("(")) {
            return tokens.closing(with + 1) + 1;
        }
        out.append("WITH");
        int at = with;
        do {
            String name = tokens.get(at + 1).text();
            out.commonTable(name);
            out.append(at == with ? "" : ",");
            out.appendName(name);
            at += 2;
            if (tokens.get(at).is("(")) {
                at = parenthesised(out, tokens, at);
            }
            if (!tokens.get(at).is("AS") || !tokens.get(at + 1).is("(")) {
                throw new ServerError(
                        102, 15, "Incorrect syntax near '" + tokens.get(at).text() + "'.");
            }
            out.append("AS");
            at = parenthesised(out, tokens, at + 1);
        } while (tokens.get(at).is(","));
        return at;
    }

    private static int parenthesised(QueryRewriter out, Tokens tokens, int open) throws ServerError {
        int close = tokens.closing(open);
        out.append("(");
        out.rewrite(tokens.between(open + 1, close));
        out.append(")");
        return close + 1;
    }
}
