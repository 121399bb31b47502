package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Plan;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.TSql;
import java.util.Map;

/** What a backup does: take it and read it back, or go on with what an earlier life of the operation has begun. */
final class BackupActions {

    private final BackupDatabase.Request request;
    private final SqlSession session;
    private final BackupReader reader;
    private final OperationId id;
    private final Pause pause;

    BackupActions(
            BackupDatabase.Request request, SqlSession session, BackupReader reader, OperationId id, Pause pause) {
        this.request = request;
        this.session = session;
        this.reader = reader;
        this.id = id;
        this.pause = pause;
    }

    Plan plan(BackupState seen) {
        if (seen.own() != null) {
            return Plan.of(verify(seen, seen.own().path(), seen.own().size()));
        }
        String path = seen.path().value();
        if (seen.running() != null) {
            return Plan.of(new PlannedAction(
                    seen.server().name(),
                    "follow the backup that this step has started before, and verify it",
                    "RESTORE VERIFYONLY FROM DISK = <the file of that backup> WITH FILE = 1, CHECKSUM",
                    false,
                    this::follow));
        }
        String statement = TSql.backup(new TSql.Backup(
                request.database(),
                path,
                request.copyOnly(),
                request.compression() == Compression.DEFAULT ? null : request.compression() == Compression.ON,
                request.statsPercent(),
                request.maxTransferSize(),
                request.bufferCount(),
                HandOver.name(request.database()),
                HandOver.description(id, request.description())));
        return Plan.of(
                new PlannedAction(
                        seen.server().name(),
                        "back up " + request.database() + " to " + path,
                        statement,
                        false,
                        console -> session.execute(statement, seen.estimate(), console)),
                verify(seen, path, seen.estimate()));
    }

    private PlannedAction verify(BackupState seen, String path, long bytes) {
        String statement = TSql.verifyOnly(path, 1, request.statsPercent(), Map.of());
        return new PlannedAction(
                seen.server().name(),
                "read the backup back and check it",
                statement,
                false,
                console -> session.execute(statement, bytes, console));
    }

    private void follow(Console console) throws Failure, InterruptedException {
        reader.own().follow(console, pause);
        BackupSet own = reader.read().own();
        if (own == null) {
            throw Failure.of(
                            Failure.Code.NOT_VERIFIED,
                            session.instance() + ": the backup that was running has ended, and msdb tells of none.")
                    .next("Run this step again: it takes a new backup.");
        }
        session.execute(TSql.verifyOnly(own.path(), 1, request.statsPercent(), Map.of()), own.size(), console);
    }
}
