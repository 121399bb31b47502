package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Reads what a restore needs to know, all of it from the target: that proves that its service account can read the
 * backup.
 */
final class RestoreReader {

    private final RestoreDatabase.Request request;
    private final SqlSession session;
    private final OperationId id;

    RestoreReader(RestoreDatabase.Request request, SqlSession session, OperationId id) {
        this.request = request;
        this.session = session;
        this.id = id;
    }

    RestoreState read() throws Failure, InterruptedException {
        String name = request.database();
        ServerIdentity server = ServerIdentity.read(session);
        DatabaseState database = DatabaseState.read(session, name).orElse(null);
        SeenBackup backup = SeenBackup.read(session, server, name, request.backup());
        List<DatabaseFile> present = DatabaseFile.all(session);
        boolean usable = database != null && database.online() && database.multiUser();
        return new RestoreState(
                server,
                name,
                database,
                database == null ? MirroringState.NONE : MirroringState.read(session, name),
                backup,
                own().percent(),
                backup.files().isEmpty() ? null : FilePlacement.of(name, backup.files(), present, server),
                present,
                Volume.of(session, present),
                database == null ? List.of() : Questions.names(session.query(Queries.SNAPSHOTS, database.id())),
                database == null ? List.of() : Sessions.in(name, session, server),
                RestoredSet.last(session, name).orElse(null),
                usable ? usedBytes(name) : null,
                lastLogBackup(name),
                usable ? OrphanedUser.read(session, name, server) : List.of());
    }

    /** This operation's own RESTORE, when an earlier life of the operation has started it. */
    OwnStatement own() {
        return new OwnStatement(session, id, "RESTORE DATABASE");
    }

    private Long usedBytes(String name) throws Failure, InterruptedException {
        return SqlRow.first(session.query(Queries.usedSpace(name))).number("used_bytes");
    }

    private LocalDateTime lastLogBackup(String name) throws Failure, InterruptedException {
        List<SqlRow> rows = session.query(Queries.LOG_SHIPPING_PRIMARY, name);
        return rows.isEmpty() ? null : rows.get(0).time("last_backup_date");
    }
}
