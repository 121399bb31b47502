package io.jenkins.plugins.pchat.lab.server.catalog;

import io.jenkins.plugins.pchat.lab.server.AppLocks;
import io.jenkins.plugins.pchat.lab.server.LabInstance;
import io.jenkins.plugins.pchat.lab.server.LabSession;
import io.jenkins.plugins.pchat.lab.server.model.Database;
import java.util.ArrayList;
import java.util.List;

/** {@code sys.dm_tran_locks}: the application locks, and the shared lock that each session has on the database it is in. The lab has no other locks. */
final class LockViews {

    /** The description has so many characters of a resource's name. */
    private static final int SHOWN = 32;

    private LockViews() {}

    static List<CatalogView> all() {
        return List.of(CatalogView.server(
                "dm_tran_locks",
                "resource_type nvarchar(60), resource_subtype nvarchar(60), resource_database_id int, "
                        + "resource_description nvarchar(256), resource_associated_entity_id bigint, "
                        + "request_mode nvarchar(60), request_type nvarchar(60), request_status nvarchar(60), "
                        + "request_reference_count smallint, request_session_id int, request_owner_type nvarchar(60)",
                (instance, none) -> rows(instance)));
    }

    private static List<Object[]> rows(LabInstance instance) {
        List<Object[]> rows = new ArrayList<>();
        for (LabSession session : instance.sessions().all()) {
            Database database = instance.databases().find(session.database());
            // Nobody locks master and tempdb by being there.
            if (database != null && database.id() > 2) {
                rows.add(row("DATABASE", database, "", "S", 1, session.id(), "SHARED_TRANSACTION_WORKSPACE"));
            }
        }
        for (AppLocks.Lock lock : instance.sessions().appLocks().all()) {
            String name = lock.resource();
            String description = "0:[" + name.substring(0, Math.min(SHOWN, name.length())) + "]:("
                    + "%08x".formatted(name.hashCode()) + ")";
            rows.add(row(
                    "APPLICATION",
                    instance.databases().find(lock.database()),
                    description,
                    "X",
                    lock.times(),
                    lock.owner().id(),
                    "SESSION"));
        }
        return rows;
    }

    private static Object[] row(
            String type, Database database, String description, String mode, int times, int session, String owner) {
        return new Object[] {type, "", database.id(), description, 0L, mode, "LOCK", "GRANT", times, session, owner};
    }
}
