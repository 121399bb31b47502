package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.query.EngineQuery;
import io.jenkins.plugins.pchat.lab.server.query.QueryRewriter;
import io.jenkins.plugins.pchat.lab.server.store.SqlTypes;
import io.jenkins.plugins.pchat.lab.server.tsql.Expression;
import io.jenkins.plugins.pchat.lab.server.tsql.Statement;
import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.List;

/** Runs statements on tables, variables and the session. */
final class PlainStatements {

    private final LabSession session;
    private final Variables variables;
    private final Reply reply;
    private final SessionScope scope;
    private final QueryRunner runner;
    private final TableStatements tables;
    private final Transactions transactions;
    private final ProcedureCalls calls;
    private final Messages messages;

    PlainStatements(LabSession session, Variables variables, Reply reply, Interpreter interpreter) {
        this.session = session;
        this.variables = variables;
        this.reply = reply;
        this.scope = new SessionScope(session, variables);
        this.runner = new QueryRunner(session, scope);
        this.tables = new TableStatements(session, scope, runner);
        this.transactions = session.openTransactions();
        this.calls = new ProcedureCalls(session, variables, runner, interpreter);
        this.messages = new Messages(session, runner, reply);
    }

    QueryRunner runner() {
        return runner;
    }

    /** Runs a statement; true when it has itself set {@code @@ERROR}. */
    boolean run(Statement.Plain statement) throws ServerError, InterruptedException {
        if (statement instanceof Statement.Query query) {
            transactions.beforeQuery();
            tables.run(query, reply);
        } else if (statement instanceof Statement.SelectInto select) {
            selectInto(select);
        } else if (statement instanceof Statement.Declare declare) {
            declare(declare);
        } else if (statement instanceof Statement.DeclareTable declare) {
            tables.declare(declare);
        } else if (statement instanceof Statement.Assign assign) {
            Column type = variables.get(assign.variable()).type();
            variables.set(assign.variable(), fitted(type, runner.value(operation(assign), type)));
        } else if (statement instanceof Statement.SetOption option) {
            set(option);
        } else if (statement instanceof Statement.Exec call) {
            return calls.run(call, reply);
        } else if (statement instanceof Statement.ExecText text) {
            calls.runText(String.valueOf(runner.value(text.text())), reply);
        } else if (statement instanceof Statement.InsertExec insert) {
            insertExec(insert);
        } else if (statement instanceof Statement.Use use) {
            session.use(use.database());
            reply.database(session.database());
        } else if (statement instanceof Statement.Transaction transaction) {
            transactions.run(transaction);
        } else if (!(statement instanceof Statement.Nothing)) {
            messages.run(statement);
        }
        return false;
    }

    private void declare(Statement.Declare declare) throws ServerError, InterruptedException {
        for (Statement.Variable variable : declare.variables()) {
            Column type = SqlTypes.column(variable.name(), variable.type());
            Object value = variable.value() == null ? null : fitted(type, runner.value(variable.value(), type));
            variables.declare(variable.name(), type, value);
        }
    }

    /** {@code @x += y} is {@code @x = @x + (y)}. */
    private static Expression operation(Statement.Assign assign) {
        if (assign.operator().equals("=")) {
            return assign.value();
        }
        Token first = assign.value().tokens().get(0);
        List<Token> tokens = new ArrayList<>();
        tokens.add(new Token(Token.Kind.VARIABLE, assign.variable(), first.line(), 0, 0));
        tokens.add(symbol(assign.operator().substring(0, 1), first));
        tokens.add(symbol("(", first));
        tokens.addAll(assign.value().tokens());
        tokens.add(symbol(")", first));
        return new Expression(tokens);
    }

    private static Token symbol(String text, Token near) {
        return new Token(Token.Kind.SYMBOL, text, near.line(), near.start(), near.end());
    }

    /** A text that is longer than its variable is cut without a word. */
    static Object fitted(Column type, Object value) {
        boolean cut = value instanceof String text && type.length() > 0 && text.length() > type.length();
        return cut ? ((String) value).substring(0, type.length()) : value;
    }

    private void selectInto(Statement.SelectInto select) throws ServerError, InterruptedException {
        transactions.beforeQuery();
        Token first = select.assignments().get(0).value().tokens().get(0);
        List<Token> tokens = new ArrayList<>(select.prefix().tokens());
        List<Column> types = new ArrayList<>();
        for (Statement.Assign assign : select.assignments()) {
            if (!types.isEmpty()) {
                tokens.add(symbol(",", first));
            }
            tokens.addAll(operation(assign).tokens());
            types.add(variables.get(assign.variable()).type());
        }
        tokens.addAll(select.rest().tokens());
        EngineQuery query = QueryRewriter.query(new Expression(tokens), scope);
        List<Object> row = runner.lastRow(query, types);
        for (int i = 0; row != null && i < types.size(); i++) {
            variables.set(select.assignments().get(i).variable(), fitted(types.get(i), row.get(i)));
        }
    }

    private void insertExec(Statement.InsertExec insert) throws ServerError, InterruptedException {
        RecordingReply rows = new RecordingReply();
        if (insert.source() instanceof Statement.Exec call) {
            calls.run(call, rows);
        } else {
            calls.runText(String.valueOf(runner.value(((Statement.ExecText) insert.source()).text())), rows);
        }
        rows.throwErrors();
        tables.insert(insert.target(), rows.results(), reply);
    }

    private void set(Statement.SetOption option) throws ServerError, InterruptedException {
        String name = option.names().get(0);
        Token value = option.value().tokens().get(0);
        if (name.equals("ROWCOUNT")) {
            session.state().rowLimit(runner.number(option.value()));
        } else if (value.isOneOf("ON", "OFF")) {
            option.names().forEach(n -> session.state().set(n, value.is("ON")));
        }
    }
}
