package io.jenkins.plugins.pchat.lab.server.tsql;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds where expressions and queries end: T-SQL needs no semicolon, so the next statement's first word ends them. */
final class Extents {

    private static final Set<String> STARTERS = Set.of(
            "ALTER",
            "BACKUP",
            "BEGIN",
            "BREAK",
            "BULK",
            "CHECKPOINT",
            "COMMIT",
            "CONTINUE",
            "CREATE",
            "DBCC",
            "DECLARE",
            "DELETE",
            "DENY",
            "DROP",
            "ELSE",
            "END",
            "EXEC",
            "EXECUTE",
            "GOTO",
            "GRANT",
            "IF",
            "INSERT",
            "KILL",
            "MERGE",
            "PRINT",
            "RAISERROR",
            "RECONFIGURE",
            "RESTORE",
            "RETURN",
            "REVOKE",
            "ROLLBACK",
            "SAVE",
            "SELECT",
            "SET",
            "SHUTDOWN",
            "THROW",
            "TRUNCATE",
            "UPDATE",
            "USE",
            "WAITFOR",
            "WHILE");

    private Extents() {}

    /** Whether a statement begins, or a block ends, at the cursor. */
    static boolean starts(Cursor cursor) {
        Token token = cursor.peek();
        if (token.kind() == Token.Kind.END || token.is(";")) {
            return true;
        }
        if (token.kind() != Token.Kind.WORD || !STARTERS.contains(token.text().toUpperCase(Locale.ROOT))) {
            return false;
        }
        if (token.is("THROW")) {
            Token following = cursor.peek(1);
            return following.kind() == Token.Kind.NUMBER
                    || following.kind() == Token.Kind.VARIABLE
                    || following.kind() == Token.Kind.END
                    || following.isOneOf(";", "END");
        }
        return true;
    }

    /**
     * Takes an expression: up to a comma, a closing parenthesis that isn't its own, a stop word or the next statement.
     */
    static Expression expression(Cursor cursor, String... stops) throws ServerError {
        List<Token> tokens = new ArrayList<>();
        int depth = 0;
        int cases = 0;
        while (!cursor.atEnd()) {
            Token token = cursor.peek();
            boolean insideCase = cases > 0 && token.isOneOf("ELSE", "END");
            if (depth == 0 && (token.isOneOf(",", ")") || token.isOneOf(stops) || (starts(cursor) && !insideCase))) {
                break;
            }
            depth += depth(token);
            cases += token.is("CASE") ? 1 : token.is("END") && insideCase ? -1 : 0;
            tokens.add(cursor.next());
        }
        if (tokens.isEmpty() || depth != 0) {
            throw cursor.unexpected();
        }
        return new Expression(tokens);
    }

    /** Takes a query with all its parts; for INSERT ... EXEC it stops before EXEC. */
    static Expression query(Cursor cursor) throws ServerError {
        List<Token> tokens = new ArrayList<>();
        Token verb = cursor.peek();
        boolean awaitsSource = verb.isOneOf("INSERT", "WITH");
        boolean awaitsSet = verb.is("UPDATE");
        int depth = 0;
        int cases = 0;
        while (!cursor.atEnd()) {
            Token token = cursor.peek();
            if (depth == 0 && token.is(")")) {
                throw cursor.unexpected();
            }
            boolean insideCase = cases > 0 && token.isOneOf("ELSE", "END");
            if (depth == 0 && !tokens.isEmpty() && !insideCase && starts(cursor)) {
                Token before = tokens.get(tokens.size() - 1);
                boolean combined = token.is("SELECT") && before.isOneOf("UNION", "ALL", "EXCEPT", "INTERSECT");
                boolean source = awaitsSource && token.isOneOf("SELECT", "INSERT", "UPDATE", "DELETE");
                boolean set = awaitsSet && token.is("SET");
                if (!combined && !source && !set) {
                    break;
                }
                awaitsSource = source && token.is("INSERT");
                awaitsSet = token.is("UPDATE");
            }
            // What follows the values is a statement of its own.
            awaitsSource = awaitsSource && !(depth == 0 && token.is("VALUES"));
            depth += depth(token);
            cases += token.is("CASE") ? 1 : token.is("END") && insideCase ? -1 : 0;
            tokens.add(cursor.next());
        }
        if (depth != 0) {
            throw cursor.unexpected();
        }
        return new Expression(tokens);
    }

    /** Takes what stands between parentheses, without them. */
    static Expression parenthesised(Cursor cursor) throws ServerError {
        cursor.expect("(");
        List<Token> tokens = new ArrayList<>();
        int depth = 1;
        while (!cursor.atEnd()) {
            depth += depth(cursor.peek());
            if (depth == 0) {
                cursor.next();
                return new Expression(tokens);
            }
            tokens.add(cursor.next());
        }
        throw cursor.unexpected();
    }

    private static int depth(Token token) {
        return token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }
}
