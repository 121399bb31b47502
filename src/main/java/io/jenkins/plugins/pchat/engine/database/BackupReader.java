package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlRow;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.time.LocalDateTime;
import java.util.List;

/** Reads what a backup needs to know. */
final class BackupReader {

    /** A run again within the same second finds the name taken by what the run before has left. */
    private static final int NEXT_NAMES = 3;

    private final BackupDatabase.Request request;
    private final SqlSession session;
    private final OperationId id;
    private final Pause pause;

    BackupReader(BackupDatabase.Request request, SqlSession session, OperationId id, Pause pause) {
        this.request = request;
        this.session = session;
        this.id = id;
        this.pause = pause;
    }

    BackupState read() throws Failure, InterruptedException {
        String name = request.database();
        ServerIdentity server = ServerIdentity.read(session);
        DatabaseState database = DatabaseState.read(session, name).orElse(null);
        // The running one is looked for before the history: a backup that ends in between is then found in one of the
        // two.
        Integer running = own().percent();
        List<BackupSet> history = BackupSet.read(session, name, server);
        BackupSet own = HandOver.of(id, request.trial(), history).orElse(null);
        BackupHeader header = null;
        String unusable = null;
        if (own != null) {
            try {
                header = theOnlySet(own);
                unusable = header == null
                        ? own.path() + " does not hold the backup that msdb tells of"
                        : overtaken(own, database);
            } catch (Failure e) {
                if (e.code() != Failure.Code.SQL) {
                    throw e;
                }
                unusable = e.what();
            }
        }
        UncPath path = file(server.time());
        boolean taken = isThere(path);
        for (int second = 1; taken && second <= NEXT_NAMES; second++) {
            path = file(server.time().plusSeconds(second));
            taken = isThere(path);
        }
        return new BackupState(
                server,
                name,
                database,
                database == null ? MirroringState.NONE : MirroringState.read(session, name),
                !session.query(Queries.LOG_SHIPPING_SECONDARY, name).isEmpty(),
                unusable == null ? own : null,
                unusable == null ? header : null,
                unusable,
                HandOver.latest(history).orElse(null),
                SqlRow.first(session.query(Queries.LAST_LOG_BACKUP, name, server.name()))
                        .time("last_finish"),
                running,
                FileCheck.folder(session, request.share(), pause).folder(),
                path,
                taken,
                history.isEmpty() ? 0 : history.get(0).size(),
                request.trial(),
                database == null || !database.online() ? List.of() : Sessions.in(name, session, server));
    }

    private UncPath file(LocalDateTime time) {
        UncPath share = UncPath.folder(request.share());
        return request.trial()
                ? HandOver.trialFile(share, request.database(), time)
                : HandOver.file(share, request.database(), time);
    }

    /** Why a backup does not hold what the database does; null if it does. Nobody looks after a trial. */
    private String overtaken(BackupSet own, DatabaseState database) throws Failure, InterruptedException {
        if (request.trial() || database == null || !database.online() || !database.multiUser()) {
            return null;
        }
        WriteStamp then = WriteStamp.in(own.description()).orElse(null);
        String written =
                then == null ? "it can't be told what" : then.movedTo(WriteMark.read(session, request.database()));
        return written == null ? null : "the database was written to since " + own.path() + ": " + written;
    }

    private boolean isThere(UncPath path) throws Failure, InterruptedException {
        return FileCheck.read(session, path.value()).file();
    }

    /** This operation's own BACKUP, when an earlier life of the operation has started it. */
    OwnStatement own() {
        return new OwnStatement(session, id, "BACKUP DATABASE");
    }

    /** The set of this backup in its file, if it is alone there. */
    private BackupHeader theOnlySet(BackupSet own) throws Failure, InterruptedException {
        List<BackupHeader> headers = BackupHeader.read(session, own.path());
        return headers.size() == 1 && own.isSet(headers.get(0).guid()) ? headers.get(0) : null;
    }
}
