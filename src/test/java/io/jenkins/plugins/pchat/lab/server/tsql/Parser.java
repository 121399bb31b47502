package io.jenkins.plugins.pchat.lab.server.tsql;

import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;

/** Reads a batch: the statements that hold others, and who reads the rest. */
public final class Parser {

    private final Cursor cursor;
    private final PlainParser plain;
    private final ExecParser exec;

    private Parser(List<Token> tokens) {
        this.cursor = new Cursor(tokens);
        this.plain = new PlainParser(cursor);
        this.exec = new ExecParser(cursor);
    }

    /** The statements of a batch; 102 for what is no T-SQL, 40000 for what the lab doesn't simulate. */
    public static List<Statement> parse(String batch) throws ServerError {
        Parser parser = new Parser(Lexer.tokens(batch));
        List<Statement> statements = new ArrayList<>();
        parser.skipSemicolons();
        Token first = parser.cursor.peek();
        if (first.isName() && !Extents.starts(parser.cursor) && !first.is("WITH")) {
            // The first statement of a batch may call a procedure without EXEC.
            statements.add(parser.exec.call(first.line()));
            parser.skipSemicolons();
        }
        while (!parser.cursor.atEnd()) {
            statements.add(parser.statement());
            parser.skipSemicolons();
        }
        return statements;
    }

    private void skipSemicolons() {
        while (cursor.accept(";")) {
            // Nothing but the separator.
        }
    }

    private Statement statement() throws ServerError {
        int line = cursor.peek().line();
        if (cursor.accept("IF")) {
            return conditional(line);
        }
        if (cursor.accept("WHILE")) {
            return new Statement.While(line, Extents.expression(cursor), statement());
        }
        if (cursor.ahead("BEGIN", "TRAN") || cursor.ahead("BEGIN", "TRANSACTION")) {
            return plain.transaction(line);
        }
        if (cursor.accept("BEGIN", "TRY")) {
            return tryCatch(line);
        }
        if (cursor.accept("BEGIN")) {
            List<Statement> body = body();
            cursor.expect("END");
            return new Statement.Block(line, body);
        }
        if (cursor.accept("RETURN")) {
            return new Statement.Return(line, Extents.starts(cursor) ? null : Extents.expression(cursor));
        }
        if (cursor.accept("BREAK")) {
            return new Statement.Break(line);
        }
        if (cursor.accept("CONTINUE")) {
            return new Statement.Continue(line);
        }
        if (cursor.at("EXEC", "EXECUTE")) {
            return exec.exec(line);
        }
        if (cursor.at("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "WITH")) {
            return query(line);
        }
        return server(line);
    }

    private Statement server(int line) throws ServerError {
        if (cursor.at("BACKUP", "RESTORE")) {
            return new BackupParser(cursor).parse(line);
        }
        if (cursor.ahead("ALTER", "DATABASE")) {
            return new DatabaseParser(cursor).alter(line);
        }
        if (cursor.ahead("CREATE", "DATABASE")
                || cursor.ahead("DROP", "DATABASE")
                || cursor.at("DBCC")
                || cursor.ahead("ALTER", "AUTHORIZATION")) {
            return new DatabaseParser(cursor).other(line);
        }
        if (cursor.at("CREATE", "DROP")
                && (cursor.peek(1).isOneOf("TABLE", "INDEX", "UNIQUE", "CLUSTERED", "NONCLUSTERED"))) {
            return query(line);
        }
        if (cursor.at("CREATE", "DROP", "ALTER")) {
            return new PrincipalParser(cursor).parse(line);
        }
        return plain.parse(line);
    }

    private Statement conditional(int line) throws ServerError {
        Expression condition = Extents.expression(cursor);
        Statement then = statement();
        if (cursor.ahead(";", "ELSE")) {
            cursor.next();
        }
        return new Statement.If(line, condition, then, cursor.accept("ELSE") ? statement() : null);
    }

    private Statement tryCatch(int line) throws ServerError {
        List<Statement> attempted = body();
        cursor.expect("END", "TRY");
        skipSemicolons();
        cursor.expect("BEGIN", "CATCH");
        List<Statement> handler = body();
        cursor.expect("END", "CATCH");
        return new Statement.TryCatch(line, attempted, handler);
    }

    private List<Statement> body() throws ServerError {
        List<Statement> statements = new ArrayList<>();
        skipSemicolons();
        while (!cursor.at("END")) {
            if (cursor.atEnd()) {
                throw cursor.unexpected();
            }
            statements.add(statement());
            skipSemicolons();
        }
        return statements;
    }

    private Statement query(int line) throws ServerError {
        if (cursor.at("SELECT") && SelectIntoParser.applies(cursor)) {
            return new SelectIntoParser(cursor).parse(line);
        }
        Expression text = Extents.query(cursor);
        boolean insert = text.tokens().get(0).is("INSERT");
        if (insert && cursor.at("EXEC", "EXECUTE")) {
            return new Statement.InsertExec(line, text, exec.exec(cursor.peek().line()));
        }
        return new Statement.Query(line, text);
    }
}
