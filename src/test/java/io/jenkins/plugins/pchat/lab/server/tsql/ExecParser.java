package io.jenkins.plugins.pchat.lab.server.tsql;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;

/** Reads EXEC: a procedure with arguments, or a text. */
final class ExecParser {

    private final Cursor cursor;

    ExecParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Statement exec(int line) throws ServerError {
        cursor.next();
        if (cursor.at("(")) {
            return new Statement.ExecText(line, Extents.parenthesised(cursor));
        }
        return call(line);
    }

    /** A call from where EXEC, if any, has been taken. */
    Statement call(int line) throws ServerError {
        String result = null;
        if (cursor.peek().kind() == Token.Kind.VARIABLE) {
            result = cursor.next().text();
            if (!cursor.accept("=")) {
                throw cursor.notSimulated("EXEC of a procedure whose name is in a variable");
            }
        }
        List<String> name = name();
        List<Statement.Argument> arguments = new ArrayList<>();
        if (!Extents.starts(cursor) && !cursor.at("WITH")) {
            do {
                arguments.add(argument());
            } while (cursor.accept(","));
        }
        if (cursor.accept("WITH", "RECOMPILE")) {
            // Nothing is compiled, so nothing is compiled again.
            cursor.accept(";");
        }
        String database = name.size() == 3 && !name.get(0).isEmpty() ? name.get(0) : null;
        return new Statement.Exec(line, result, database, name.get(name.size() - 1), arguments);
    }

    private List<String> name() throws ServerError {
        List<String> parts = new ArrayList<>();
        parts.add(cursor.name());
        while (cursor.accept(".")) {
            // master..xp_dirtree leaves the schema out.
            parts.add(cursor.at(".") ? "" : cursor.name());
        }
        if (parts.size() > 3) {
            throw cursor.notSimulated("EXEC on a linked server");
        }
        return parts;
    }

    private Statement.Argument argument() throws ServerError {
        String name = null;
        if (cursor.peek().kind() == Token.Kind.VARIABLE && cursor.peek(1).is("=")) {
            name = cursor.next().text();
            cursor.next();
        }
        List<Token> value = new ArrayList<>();
        if (cursor.at("-", "+")) {
            value.add(cursor.next());
            value.add(cursor.expect(Token.Kind.NUMBER));
        } else if (cursor.at("NULL")) {
            value.add(cursor.next());
        } else if (cursor.accept("DEFAULT")) {
            value.clear();
        } else if (cursor.peek().isName()) {
            // A word without quotes is a text here.
            value.add(cursor.next().as(Token.Kind.TEXT));
        } else if (cursor.atEnd() || cursor.peek().kind() == Token.Kind.SYMBOL) {
            throw cursor.unexpected();
        } else {
            value.add(cursor.next());
        }
        boolean output = cursor.accept("OUTPUT") || cursor.accept("OUT");
        return new Statement.Argument(name, new Expression(value), output);
    }
}
