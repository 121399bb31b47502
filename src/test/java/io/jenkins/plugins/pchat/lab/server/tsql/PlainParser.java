package io.jenkins.plugins.pchat.lab.server.tsql;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Reads statements that work on the session: variables, options, messages, transactions. */
final class PlainParser {

    private final Cursor cursor;

    PlainParser(Cursor cursor) {
        this.cursor = cursor;
    }

    Statement parse(int line) throws ServerError {
        if (cursor.accept("DECLARE")) {
            return declare(line);
        }
        if (cursor.accept("SET")) {
            return new SetParser(cursor).parse(line);
        }
        if (cursor.accept("PRINT")) {
            return new Statement.Print(line, Extents.expression(cursor));
        }
        if (cursor.accept("RAISERROR")) {
            return raise(line);
        }
        if (cursor.accept("THROW")) {
            return new Statement.Throw(line, Extents.starts(cursor) ? List.of() : list());
        }
        if (cursor.accept("USE")) {
            return new Statement.Use(line, cursor.name());
        }
        if (cursor.accept("WAITFOR")) {
            if (!cursor.accept("DELAY")) {
                throw cursor.notSimulated("WAITFOR");
            }
            return new Statement.WaitFor(line, Extents.expression(cursor));
        }
        if (cursor.accept("KILL")) {
            Expression session = Extents.expression(cursor, "WITH");
            if (cursor.at("WITH")) {
                throw cursor.notSimulated("KILL");
            }
            return new ServerStatement.Kill(line, session);
        }
        if (cursor.at("COMMIT", "ROLLBACK", "SAVE")) {
            return transaction(line);
        }
        if (cursor.accept("CHECKPOINT")) {
            return new Statement.Nothing(line);
        }
        if (cursor.accept("RECONFIGURE")) {
            cursor.accept("WITH", "OVERRIDE");
            return new Statement.Nothing(line);
        }
        throw Extents.starts(cursor) && !cursor.at("END", "ELSE") && !cursor.atEnd()
                ? cursor.notSimulated("a batch")
                : cursor.unexpected();
    }

    /** BEGIN, COMMIT, ROLLBACK or SAVE TRANSACTION. */
    Statement transaction(int line) throws ServerError {
        String verb = cursor.next().text().toUpperCase(Locale.ROOT);
        boolean ignored = cursor.accept("TRANSACTION") || cursor.accept("TRAN") || cursor.accept("WORK");
        boolean named = cursor.peek().isName() && !Extents.starts(cursor);
        return new Statement.Transaction(line, verb, ignored && named ? cursor.name() : null);
    }

    private Statement declare(int line) throws ServerError {
        if (cursor.peek(1).is("CURSOR") || cursor.peek(1).isOneOf("INSENSITIVE", "SCROLL")) {
            cursor.next();
            throw cursor.notSimulated("DECLARE");
        }
        if (cursor.peek(1).is("TABLE") || cursor.peek(2).is("TABLE")) {
            String name = cursor.expect(Token.Kind.VARIABLE).text();
            cursor.accept("AS");
            cursor.expect("TABLE");
            return new Statement.DeclareTable(line, name, Extents.parenthesised(cursor));
        }
        List<Statement.Variable> variables = new ArrayList<>();
        do {
            String name = cursor.expect(Token.Kind.VARIABLE).text();
            cursor.accept("AS");
            TypeName type = TypeParser.type(cursor);
            variables.add(new Statement.Variable(name, type, cursor.accept("=") ? Extents.expression(cursor) : null));
        } while (cursor.accept(","));
        return new Statement.Declare(line, variables);
    }

    private Statement raise(int line) throws ServerError {
        cursor.expect("(");
        List<Expression> arguments = list();
        cursor.expect(")");
        Set<String> options = new TreeSet<>();
        if (cursor.accept("WITH")) {
            do {
                if (!cursor.at("LOG", "NOWAIT", "SETERROR")) {
                    throw cursor.unexpected();
                }
                options.add(cursor.next().text().toUpperCase(Locale.ROOT));
            } while (cursor.accept(","));
        }
        return new Statement.Raise(line, arguments, options);
    }

    private List<Expression> list() throws ServerError {
        List<Expression> expressions = new ArrayList<>();
        do {
            expressions.add(Extents.expression(cursor));
        } while (cursor.accept(","));
        return expressions;
    }
}
