package io.jenkins.plugins.pchat.lab.server.query;

import io.jenkins.plugins.pchat.lab.wire.ServerError;

/** Writes patterns of LIKE: T-SQL escapes a wildcard by brackets; ranges of characters in brackets aren't simulated. */
final class LikePattern {

    private LikePattern() {}

    static void append(QueryRewriter out, String pattern) throws ServerError {
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
}
