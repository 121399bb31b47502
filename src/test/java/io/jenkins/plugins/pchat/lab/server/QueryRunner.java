package io.jenkins.plugins.pchat.lab.server;

import io.jenkins.plugins.pchat.lab.server.catalog.Catalog;
import io.jenkins.plugins.pchat.lab.server.query.EngineQuery;
import io.jenkins.plugins.pchat.lab.server.query.QueryRewriter;
import io.jenkins.plugins.pchat.lab.server.query.Scope;
import io.jenkins.plugins.pchat.lab.server.store.ResultReader;
import io.jenkins.plugins.pchat.lab.server.tsql.Expression;
import io.jenkins.plugins.pchat.lab.server.tsql.Token;
import io.jenkins.plugins.pchat.lab.wire.Column;
import io.jenkins.plugins.pchat.lab.wire.Reply;
import io.jenkins.plugins.pchat.lab.wire.ServerError;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Lets the table engine run queries and expressions for a session. */
final class QueryRunner {

    private final LabSession session;
    private final Scope scope;

    QueryRunner(LabSession session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    /** What is done with a prepared and bound statement. */
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException, ServerError;
    }

    /** Runs a query and sends what comes of it. */
    void send(EngineQuery query, Reply reply) throws ServerError, InterruptedException {
        boolean onlyFormat = session.state().isOn("FMTONLY");
        run(query, statement -> {
            if (onlyFormat) {
                ResultSetMetaData meta = statement.getMetaData();
                if (meta != null) {
                    reply.columns(columns(meta, query));
                    reply.endOfRows();
                }
                return null;
            }
            statement.setMaxRows((int) session.state().rowLimit());
            if (statement.execute()) {
                session.state().rowCount(send(statement, query, reply));
            } else {
                int count = statement.getUpdateCount();
                session.state().rowCount(count);
                if (session.state().isOn("NOCOUNT")) {
                    reply.done();
                } else {
                    reply.updated(count);
                }
            }
            return null;
        });
    }

    private long send(PreparedStatement statement, EngineQuery query, Reply reply) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            List<Column> columns = columns(rows.getMetaData(), query);
            reply.columns(columns);
            long count = 0;
            while (rows.next()) {
                reply.row(ResultReader.row(rows, columns));
                count++;
            }
            reply.endOfRows();
            return count;
        }
    }

    private static List<Column> columns(ResultSetMetaData meta, EngineQuery query) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            Column declared = Catalog.column(meta.getSchemaName(i), meta.getTableName(i), meta.getColumnName(i));
            Column column = ResultReader.column(meta, i);
            if (query.variants().contains(i - 1)) {
                column = Column.of(column.name(), Column.Type.SQL_VARIANT);
            } else if (declared != null) {
                column = new Column(
                        column.name(), declared.type(), declared.length(), declared.precision(), declared.scale());
            }
            columns.add(column);
        }
        return columns;
    }

    /** Runs something that gives no rows; the number of rows it changed. */
    int update(EngineQuery query) throws ServerError, InterruptedException {
        return run(query, PreparedStatement::executeUpdate);
    }

    /** The last row of a query, its values as the given types; null when there is none. */
    List<Object> lastRow(EngineQuery query, List<Column> types) throws ServerError, InterruptedException {
        return run(query, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                List<Object> last = null;
                long count = 0;
                while (rows.next()) {
                    last = ResultReader.row(rows, types);
                    count++;
                }
                session.state().rowCount(count);
                return last;
            }
        });
    }

    /** Whether a condition holds. */
    boolean holds(Expression condition) throws ServerError, InterruptedException {
        return run(QueryRewriter.condition(condition, scope), statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1) == 1;
            }
        });
    }

    /** The value of an expression; an empty one, as DEFAULT is, is null. */
    Object value(Expression expression) throws ServerError, InterruptedException {
        Token single = expression.single();
        if (expression.isEmpty() || (single != null && single.is("NULL"))) {
            return null;
        }
        if (single != null && single.kind() == Token.Kind.TEXT) {
            return single.text();
        }
        if (single != null
                && single.kind() == Token.Kind.VARIABLE
                && !single.text().startsWith("@@")) {
            return scope.variable(single.text()).value();
        }
        return value(expression, null);
    }

    /** The value of an expression that must be a whole number; 245 when it is none. */
    int number(Expression expression) throws ServerError, InterruptedException {
        Object value = value(expression);
        try {
            return value instanceof Number number ? number.intValue() : Integer.parseInt(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new ServerError(
                    245, 16, "Conversion failed when converting the value '" + value + "' to data type int.");
        }
    }

    /** The value of an expression as a type, its own when that is null. */
    Object value(Expression expression, Column type) throws ServerError, InterruptedException {
        return run(QueryRewriter.value(expression, scope), statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Column own = ResultReader.column(row.getMetaData(), 1);
                return ResultReader.value(row, 1, (type == null ? own : type).type());
            }
        });
    }

    private <T> T run(EngineQuery query, Use<T> use) throws ServerError, InterruptedException {
        try (PreparedStatement statement = session.connection().prepareStatement(query.sql())) {
            for (int i = 0; i < query.parameters().size(); i++) {
                statement.setObject(i + 1, query.parameters().get(i));
            }
            session.running().enter(statement);
            try {
                return use.of(statement);
            } finally {
                session.running().leave();
                session.instance().engine().writes().count();
            }
        } catch (SQLException e) {
            if (EngineErrors.isCancelled(e) || session.running().cancelled()) {
                throw new InterruptedException();
            }
            throw EngineErrors.of(e);
        }
    }
}
