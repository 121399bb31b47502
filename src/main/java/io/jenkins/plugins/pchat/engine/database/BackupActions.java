package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.Plan;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.TSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a backup does: take it and read it back, or go on with what an earlier life of the operation has begun. */
final class BackupActions {

    /** In a plan that is made while a backup still runs: msdb tells of its file when it has ended. */
    static final String THAT_FILE = "<the file of that backup>";

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
        SessionFence fence = new SessionFence(request.database(), session, seen.server(), request.sessions(), pause);
        if (request.trial() && seen.own() == null && seen.running() == null) {
            return trial(seen);
        }
        if (seen.own() != null) {
            PlannedAction verify = verify(seen, seen.own().path(), seen.own().size());
            return request.trial() ? Plan.of(verify) : Plan.of(fence.action(), verify);
        }
        if (seen.running() != null) {
            PlannedAction follow = new PlannedAction(
                    seen.server().name(),
                    "follow the backup that this step has started before, and verify it",
                    TSql.verifyOnly(THAT_FILE, 1, request.statsPercent(), Map.of()),
                    false,
                    this::follow);
            return request.trial() ? Plan.of(follow) : Plan.of(follow, fence.action());
        }
        List<PlannedAction> actions = new ArrayList<>();
        actions.add(fence.action());
        actions.addAll(new FencedBackup(request, session, reader, id, fence, seen).actions());
        return new Plan(actions);
    }

    private Plan trial(BackupState seen) {
        String path = seen.path().value();
        String statement = TSql.backup(statement(
                request,
                path,
                HandOver.trialName(request.database()),
                HandOver.description(id, request.description())));
        return Plan.of(
                new PlannedAction(
                        seen.server().name(),
                        "back up " + request.database() + " to " + path + ", for a trial; users may go on writing",
                        statement,
                        false,
                        console -> session.execute(statement, seen.estimate(), console)),
                verify(seen, path, seen.estimate()));
    }

    static TSql.Backup statement(BackupDatabase.Request request, String path, String name, String description) {
        return new TSql.Backup(
                request.database(),
                path,
                request.copyOnly(),
                request.compression() == Compression.DEFAULT ? null : request.compression() == Compression.ON,
                request.statsPercent(),
                request.maxTransferSize(),
                request.bufferCount(),
                name,
                description);
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
        BackupState now = reader.read();
        if (now.own() == null) {
            throw Failure.of(
                            Failure.Code.NOT_VERIFIED,
                            session.instance() + ": the backup that was running has ended, and "
                                    + (now.unusable() == null ? "msdb tells of none." : now.unusable() + "."))
                    .next("Run this step again: it takes a new backup.");
        }
        session.execute(
                TSql.verifyOnly(now.own().path(), 1, request.statsPercent(), Map.of()),
                now.own().size(),
                console);
    }
}
