package io.jenkins.plugins.pchat.lab.server.catalog;

import io.jenkins.plugins.pchat.lab.server.Contexts;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.store.SqlTypes;
import io.jenkins.plugins.pchat.lab.server.store.TableEngine;
import io.jenkins.plugins.pchat.lab.wire.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.h2.tools.SimpleResultSet;

/** The catalog views that the lab has, and their definitions in the table engine. */
public final class Catalog {

    private static final Map<String, CatalogView> VIEWS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        List<CatalogView> all = new ArrayList<>(DatabaseViews.all());
        all.addAll(SessionViews.all());
        all.addAll(ServerViews.all());
        all.addAll(ContentViews.all());
        all.addAll(UsageViews.all());
        all.addAll(LockViews.all());
        all.forEach(view -> VIEWS.put(view.name(), view));
    }

    private Catalog() {}

    /** The view of a name in schema sys, null when the lab has none. */
    public static CatalogView find(String name) {
        return VIEWS.get(name);
    }

    /** The names of all views in schema sys. */
    public static Set<String> names() {
        return VIEWS.keySet();
    }

    /** What the client is told of a column of a view, null when it is of none. */
    public static Column column(String schema, String view, String column) {
        boolean system = schema.equals("sys") || schema.endsWith(".sys");
        CatalogView found = system ? VIEWS.get(view) : null;
        return found == null
                ? null
                : found.columns().stream()
                        .filter(c -> c.name().equalsIgnoreCase(column))
                        .findFirst()
                        .orElse(null);
    }

    /** Makes the functions and the server's views. */
    public static void createServerViews(LabInstance instance) throws SQLException {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE ALIAS \"lab\".\"ROWS_OF\" FOR '" + Catalog.class.getName() + ".rows'");
        statements.addAll(FunctionDefinitions.all());
        VIEWS.values().stream()
                .filter(v -> !v.perDatabase())
                .forEach(v -> statements.add(definition(instance, v, "sys", "")));
        instance.engine().run(statements.toArray(new String[0]));
    }

    /** Makes a database's own views. */
    public static void createDatabaseViews(LabInstance instance, Database database) throws SQLException {
        String schema = schema(database);
        List<String> statements = new ArrayList<>();
        statements.add("CREATE SCHEMA " + TableEngine.quote(schema));
        VIEWS.values().stream()
                .filter(CatalogView::perDatabase)
                .forEach(v -> statements.add(definition(instance, v, schema, database.name())));
        instance.engine().run(statements.toArray(new String[0]));
    }

    /** Removes a database's own views. */
    public static void dropDatabaseViews(LabInstance instance, Database database) throws SQLException {
        instance.engine().run("DROP SCHEMA " + TableEngine.quote(schema(database)) + " CASCADE");
    }

    /** The schema of a database's own views. */
    public static String schema(Database database) {
        return database.name().toLowerCase(Locale.ROOT) + ".sys";
    }

    private static String definition(LabInstance instance, CatalogView view, String schema, String database) {
        List<String> columns = new ArrayList<>();
        for (Column column : view.columns()) {
            String name = TableEngine.quote(column.name());
            String type = isNumber(view, column) ? "INTEGER" : SqlTypes.engineType(column);
            columns.add("CAST(" + name + " AS " + type + ") AS " + name);
        }
        return "CREATE VIEW " + TableEngine.quote(schema) + "." + TableEngine.quote(view.name()) + " AS SELECT "
                + String.join(", ", columns) + " FROM \"lab\".\"ROWS_OF\"(" + instance.handle() + ", '" + view.name()
                + "', '" + database.replace("'", "''") + "')";
    }

    /** Every sql_variant of the catalog holds a number. */
    private static boolean isNumber(CatalogView view, Column column) {
        return column.type() == Column.Type.SQL_VARIANT;
    }

    /** The rows of a view now; called by the table engine. */
    public static ResultSet rows(int instance, String view, String database) {
        LabInstance server = Contexts.instance(instance);
        CatalogView found = VIEWS.get(view);
        SimpleResultSet result = new SimpleResultSet();
        result.setAutoClose(false);
        for (Column column : found.columns()) {
            result.addColumn(column.name(), jdbcType(column), 0, 0);
        }
        Database of = server.databases().find(database);
        if (!found.perDatabase() || of != null) {
            found.rows().of(server, of).forEach(result::addRow);
        }
        return result;
    }

    private static int jdbcType(Column column) {
        return switch (column.type()) {
            case BIT -> Types.BOOLEAN;
            case TINYINT, SMALLINT, INT, SQL_VARIANT -> Types.INTEGER;
            case BIGINT -> Types.BIGINT;
            case REAL, FLOAT -> Types.DOUBLE;
            case NUMERIC, MONEY -> Types.NUMERIC;
            case BINARY, VARBINARY -> Types.VARBINARY;
            case DATETIME, SMALLDATETIME, DATETIME2 -> Types.TIMESTAMP;
            case DATETIMEOFFSET -> Types.TIMESTAMP_WITH_TIMEZONE;
            default -> Types.VARCHAR;
        };
    }
}
