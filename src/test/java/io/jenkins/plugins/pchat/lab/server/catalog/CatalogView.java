package io.jenkins.plugins.pchat.lab.server.catalog;

import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.store.SqlTypes;
import io.jenkins.plugins.pchat.lab.wire.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * A catalog view: its rows are made from the model each time it is read.
 *
 * @param perDatabase whether each database has its own
 */
public record CatalogView(String name, boolean perDatabase, List<Column> columns, Rows rows) {

    /** Where the rows come from; the database is null for views of the server. */
    @FunctionalInterface
    public interface Rows {
        List<Object[]> of(LabInstance instance, Database database);
    }

    /** @param columns as T-SQL: {@code name sysname, database_id int} */
    static CatalogView server(String name, String columns, Rows rows) {
        return new CatalogView(name, false, parse(columns), rows);
    }

    /** @param columns as T-SQL: {@code name sysname, file_id int} */
    static CatalogView database(String name, String columns, Rows rows) {
        return new CatalogView(name, true, parse(columns), rows);
    }

    private static List<Column> parse(String columns) {
        List<Column> parsed = new ArrayList<>();
        for (String column : columns.split(",\\s*(?![0-9])")) {
            String[] parts = column.trim().split("\\s+", 2);
            parsed.add(SqlTypes.column(parts[0], parts[1]));
        }
        return List.copyOf(parsed);
    }
}
