package io.jenkins.plugins.pchat.lab.server.query;

import io.jenkins.plugins.pchat.lab.server.store.SqlTypes;
import io.jenkins.plugins.pchat.lab.server.store.TableEngine;
import io.jenkins.plugins.pchat.lab.server.tsql.Expression;
import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a T-SQL query or expression as the table engine's SQL, variables and the server's functions as parameters or
 * calls.
 */
public final class QueryRewriter {

    private final Scope scope;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private final Set<Integer> variants = new HashSet<>();
    private final Set<String> commonTables = new HashSet<>();
    private final FunctionRewriter functions = new FunctionRewriter(this);

    private QueryRewriter(Scope scope) {
        this.scope = scope;
    }

    /** A statement that reads or changes tables. */
    public static EngineQuery query(Expression text, Scope scope) throws ServerError {
        QueryRewriter rewriter = new QueryRewriter(scope);
        Tokens tokens = new Tokens(text.tokens());
        if (tokens.get(0).is("CREATE") && tokens.get(1).is("TABLE")) {
            new TableDdl(rewriter).createTable(tokens);
        } else {
            new Level(rewriter, tokens, true, false).run();
        }
        return rewriter.result();
    }

    /** The definition of a table variable or temporary table. */
    public static EngineQuery temporaryTable(String name, Expression columns, Scope scope) throws ServerError {
        QueryRewriter rewriter = new QueryRewriter(scope);
        new TableDdl(rewriter).temporaryTable(name, new Tokens(columns.tokens()));
        return rewriter.result();
    }

    /** A query for the value of an expression. */
    public static EngineQuery value(Expression text, Scope scope) throws ServerError {
        QueryRewriter rewriter = new QueryRewriter(scope);
        rewriter.append("SELECT");
        rewriter.rewrite(new Tokens(text.tokens()));
        return rewriter.result();
    }

    /** A query that gives 1 when a condition holds, else 0. */
    public static EngineQuery condition(Expression text, Scope scope) throws ServerError {
        QueryRewriter rewriter = new QueryRewriter(scope);
        rewriter.append("SELECT CASE WHEN");
        rewriter.rewrite(new Tokens(text.tokens()));
        rewriter.append("THEN 1 ELSE 0 END");
        return rewriter.result();
    }

    private EngineQuery result() {
        return new EngineQuery(sql.toString(), parameters, variants);
    }

    Scope scope() {
        return scope;
    }

    FunctionRewriter functions() {
        return functions;
    }

    /** Rewrites tokens that are a query, or an expression or list within one. */
    void rewrite(Tokens tokens) throws ServerError {
        new Level(this, tokens, false, false).run();
    }

    void append(String text) {
        if (sql.length() > 0) {
            sql.append(' ');
        }
        sql.append(text);
    }

    /** Appends a value as a parameter of its type. */
    void appendValue(Column type, Object value) {
        parameters.add(value);
        boolean variant = type.type() == Column.Type.SQL_VARIANT;
        append("CAST(? AS " + SqlTypes.engineType(variant ? SqlTypes.columnOf(value) : type) + ")");
    }

    void appendVariable(Token variable) throws ServerError {
        if (variable.text().startsWith("@@")) {
            Scope.Typed global = scope.global(variable.text());
            if (global == null) {
                throw new ServerError(137, 2, 15, "The lab has no global variable \"" + variable.text() + "\".");
            }
            appendValue(global.type(), global.value());
            return;
        }
        Scope.Typed value = scope.variable(variable.text());
        appendValue(value.type(), value.value());
    }

    void appendText(String text) {
        append("'" + text.replace("'", "''") + "'");
    }

    void appendName(String name) {
        append(TableEngine.quote(name));
    }

    /** Remembers the name of a common table expression, which is no table of a database. */
    void commonTable(String name) {
        commonTables.add(name.toLowerCase(Locale.ROOT));
    }

    /** Appends the table engine's name of a table. */
    void appendTable(List<String> parts) throws ServerError {
        boolean plain = parts.size() == 1;
        String name = parts.get(parts.size() - 1);
        if (plain
                && (name.startsWith("#")
                        || name.startsWith("@")
                        || commonTables.contains(name.toLowerCase(Locale.ROOT)))) {
            append(TableEngine.quote(name));
        } else {
            append(scope.table(parts));
        }
    }

    /** Appends a column, with the table that it is qualified by. */
    void appendColumn(Name name) throws ServerError {
        int tableParts = name.parts().size() - (name.star() ? 0 : 1);
        String table = tableParts > 1
                ? scope.table(name.parts().subList(0, tableParts))
                : tableParts == 1 ? TableEngine.quote(name.parts().get(0)) : "";
        String column = name.star() ? "*" : TableEngine.quote(name.last());
        append(table.isEmpty() ? column : table + "." + column);
    }

    /** The result column at a position is sql_variant. */
    void variantAt(int position) {
        variants.add(position);
    }

    static ServerError notSimulated(String what) {
        return new ServerError(40000, 16, "The lab doesn't simulate this: " + what + ".");
    }
}
