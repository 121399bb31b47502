package io.jenkins.plugins.pchat.lab.server.tsql;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code SELECT @a = x, @b = y FROM ...}. */
final class SelectIntoParser {

    private static final String[] CLAUSES = {"FROM", "WHERE", "GROUP", "HAVING", "ORDER", "OPTION"};

    private final Cursor cursor;

    SelectIntoParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Whether the SELECT at the cursor assigns: its first item is a variable and an assignment. */
    static boolean applies(Cursor cursor) {
        int at = 1;
        if (cursor.peek(at).is("TOP")) {
            boolean parenthesised = cursor.peek(at + 1).is("(");
            at += parenthesised ? 4 : 2;
        } else if (cursor.peek(at).isOneOf("ALL", "DISTINCT")) {
            at++;
        }
        return cursor.peek(at).kind() == Token.Kind.VARIABLE && isAssignment(cursor.peek(at + 1));
    }

    private static boolean isAssignment(Token token) {
        return token.isOneOf("=", "+=", "-=", "*=", "/=", "%=");
    }

    Statement parse(int line) throws ServerError {
        List<Token> prefix = new ArrayList<>();
        while (cursor.peek().kind() != Token.Kind.VARIABLE) {
            prefix.add(cursor.next());
        }
        List<Statement.Assign> assignments = new ArrayList<>();
        do {
            String variable = cursor.expect(Token.Kind.VARIABLE).text();
            if (!isAssignment(cursor.peek())) {
                // 141 in SQL Server's numbering: assignments and results don't go together.
                throw new ServerError(
                        141,
                        15,
                        "A SELECT statement that assigns a value to a variable must not be combined with "
                                + "data-retrieval operations.");
            }
            String operator = cursor.next().text();
            assignments.add(new Statement.Assign(line, variable, operator, Extents.expression(cursor, CLAUSES)));
        } while (cursor.accept(","));
        List<Token> rest = cursor.at(CLAUSES) ? Extents.query(cursor).tokens() : List.of();
        return new Statement.SelectInto(line, assignments, new Expression(prefix), new Expression(rest));
    }
}
