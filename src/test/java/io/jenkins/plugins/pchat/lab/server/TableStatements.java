package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.TableDefinition;
import io.jenkins.plugins.pchat.lab.server.query.EngineQuery;
import io.jenkins.plugins.pchat.lab.server.query.QueryRewriter;
import io.jenkins.plugins.pchat.lab.server.query.TableDdl;
import io.jenkins.plugins.pchat.lab.server.store.RowRestorer;
import io.jenkins.plugins.pchat.lab.server.store.RowStore;
import io.jenkins.plugins.pchat.lab.server.store.TableEngine;
import io.jenkins.plugins.pchat.lab.server.tsql.Expression;
import io.jenkins.plugins.pchat.lab.server.tsql.Statement;
import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Runs queries, and keeps the books on tables that are created and dropped. */
final class TableStatements {

    private final LabSession session;
    private final SessionScope scope;
    private final QueryRunner runner;

    TableStatements(LabSession session, SessionScope scope, QueryRunner runner) {
        this.session = session;
        this.scope = scope;
        this.runner = runner;
    }

    void run(Statement.Query query, Reply reply) throws ServerError, InterruptedException {
        boolean defines = query.verb().equals("CREATE") || query.verb().equals("DROP");
        if (query.verb().equals("SELECT") && intoAt(query.text()) >= 0) {
            createBySelect(query.text(), reply);
        } else if (defines) {
            define(query, reply);
        } else {
            runner.send(QueryRewriter.query(query.text(), scope), reply);
        }
    }

    /** A table variable; it lives as long as the session, which no batch can tell. */
    void declare(Statement.DeclareTable declare) throws ServerError, InterruptedException {
        if (session.state().temporaryTables().add(declare.name())) {
            runner.update(QueryRewriter.temporaryTable(declare.name(), declare.columns(), scope));
        } else {
            runner.update(new EngineQuery("DROP TABLE " + TableEngine.quote(declare.name()), List.of(), Set.of()));
            runner.update(QueryRewriter.temporaryTable(declare.name(), declare.columns(), scope));
        }
    }

    private void define(Statement.Query query, Reply reply) throws ServerError, InterruptedException {
        List<Token> tokens = query.text().tokens();
        boolean table = tokens.get(1).is("TABLE");
        boolean create = query.verb().equals("CREATE");
        if (!table) {
            // An index changes nothing that the lab's clients could see.
            reply.done();
            return;
        }
        String name = TemporaryTables.target(query);
        runner.update(QueryRewriter.query(query.text(), scope));
        if (TemporaryTables.isTarget(query)) {
            if (create) {
                session.state().temporaryTables().add(name);
            } else {
                session.state().temporaryTables().remove(name);
            }
        } else {
            record(create, name, tokens, query.text());
        }
        reply.done();
    }

    private void record(boolean create, String name, List<Token> tokens, Expression text) throws ServerError {
        boolean otherDatabase = tokens.size() > 5
                && tokens.get(3).is(".")
                && (tokens.get(4).is(".") || tokens.get(5).is("."));
        Database database = session.instance()
                .databases()
                .named(otherDatabase ? tokens.get(2).text() : session.database());
        if (database.isSystem()) {
            return;
        }
        RowStore store = new RowStore(session.instance().engine());
        try {
            if (create) {
                TableDefinition table =
                        new TableDefinition(RowRestorer.objectId(database), name, TableDdl.columns(text, scope));
                database.tables().put(name, table);
                store.tableCreated(database, table);
            } else {
                database.tables().remove(name);
                store.tableDropped(database, name);
            }
        } catch (SQLException e) {
            throw EngineErrors.of(e);
        }
    }

    private void createBySelect(Expression select, Reply reply) throws ServerError, InterruptedException {
        List<Token> tokens = new ArrayList<>(select.tokens());
        int into = intoAt(select);
        String name = tokens.get(into + 1).text();
        if (!name.startsWith("#")) {
            throw Errors.notSimulated("SELECT INTO a table that isn't temporary");
        }
        tokens.subList(into, into + 2).clear();
        EngineQuery query = QueryRewriter.query(new Expression(tokens), scope);
        int rows = runner.update(new EngineQuery(
                "CREATE LOCAL TEMPORARY TABLE " + TableEngine.quote(name) + " AS (" + query.sql() + ")",
                query.parameters(),
                Set.of()));
        session.state().temporaryTables().add(name);
        session.state().rowCount(rows);
        reply.updated(rows);
    }

    private static int intoAt(Expression select) {
        int depth = 0;
        for (int i = 0; i < select.tokens().size(); i++) {
            Token token = select.tokens().get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is("INTO")) {
                return i;
            }
        }
        return -1;
    }

    /** Inserts the rows that a procedure sent. */
    void insert(Expression target, List<RecordingReply.Result> results, Reply reply)
            throws ServerError, InterruptedException {
        String head = QueryRewriter.query(target, scope).sql();
        long count = 0;
        for (RecordingReply.Result result : results) {
            String marks =
                    String.join(", ", Collections.nCopies(result.columns().size(), "?"));
            for (List<?> row : result.rows()) {
                runner.update(new EngineQuery(head + " VALUES (" + marks + ")", new ArrayList<>(row), Set.of()));
                count++;
            }
        }
        session.state().rowCount(count);
        if (session.state().isOn("NOCOUNT")) {
            reply.done();
        } else {
            reply.updated(count);
        }
    }
}
