package io.jenkins.plugins.pchat.lab.server.query;

import io.jenkins.plugins.pchat.lab.wire.ServerError;

/** Writes what can stand between SELECT and the first item: DISTINCT and TOP. */
final class TopClause {

    private TopClause() {}

    /** Rewrites what begins at a place; the place behind it. */
    static int rewrite(QueryRewriter out, Tokens tokens, int start) throws ServerError {
        int at = start;
        if (tokens.get(at).isOneOf("DISTINCT", "ALL")) {
            out.append(tokens.get(at++).text());
        }
        if (!tokens.get(at).is("TOP")) {
            return at;
        }
        boolean parenthesised = tokens.get(at + 1).is("(");
        int end = parenthesised ? tokens.closing(at + 1) : at + 2;
        out.append("TOP (");
        out.rewrite(tokens.between(at + (parenthesised ? 2 : 1), end));
        out.append(")");
        at = parenthesised ? end + 1 : end;
        while (tokens.get(at).isOneOf("PERCENT", "WITH", "TIES")) {
            out.append(tokens.get(at++).text());
        }
        return at;
    }
}
