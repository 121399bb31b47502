package io.jenkins.plugins.pchat.lab.server.catalog;

import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import io.jenkins.plugins.pchat.lab.server.model.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The view that counts what users do to tables. Only writes are counted here, so the real one's other columns are missing; each table has one index, its
 * primary key or its heap.
 */
final class UsageViews {

    private UsageViews() {}

    static List<CatalogView> all() {
        return List.of(CatalogView.server(
                "dm_db_index_usage_stats",
                "database_id smallint, object_id int, index_id int, user_updates bigint",
                (instance, none) -> writes(instance)));
    }

    private static List<Object[]> writes(LabInstance instance) {
        List<Object[]> rows = new ArrayList<>();
        for (Database database : instance.databases().all()) {
            for (TableDefinition table : database.tables().values()) {
                boolean key = table.columns().toUpperCase(Locale.ROOT).contains("PRIMARY KEY");
                instance.engine()
                        .writes()
                        .of(database.schema(), table.name())
                        .ifPresent(
                                count -> rows.add(new Object[] {database.id(), table.objectId(), key ? 1 : 0, count}));
            }
        }
        return rows;
    }
}
