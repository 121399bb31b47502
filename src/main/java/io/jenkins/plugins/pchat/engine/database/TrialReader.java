package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.util.ArrayList;
import java.util.List;

/** Reads what a trial restore needs to know, all of it from the target. */
final class TrialReader {

    private final TrialRestore.Request request;
    private final SqlSession session;
    private final OperationId id;

    TrialReader(TrialRestore.Request request, SqlSession session, OperationId id) {
        this.request = request;
        this.session = session;
        this.id = id;
    }

    TrialState read() throws Failure, InterruptedException {
        String original = request.database();
        ServerIdentity server = ServerIdentity.read(session);
        SeenBackup backup = SeenBackup.read(session, server, original, request.backup());
        List<DatabaseFile> present = DatabaseFile.all(session);
        TrialDatabase trial = TrialDatabase.read(session, original, present);
        FilePlacement placement =
                backup.files().isEmpty() ? null : TrialFiles.place(original, backup.files(), present, server);
        return new TrialState(
                server,
                DatabaseState.read(session, original).orElse(null),
                trial,
                trial.exists() ? Sessions.in(trial.name(), session, server) : List.of(),
                backup,
                own().percent(),
                placement,
                placement == null ? List.of() : taken(placement, trial, present),
                present,
                Volume.of(session, present));
    }

    /** This operation's own RESTORE or DBCC, when an earlier life of the operation has started it. */
    OwnStatement own() {
        return new OwnStatement(session, id, "RESTORE DATABASE", "DBCC");
    }

    private List<String> taken(FilePlacement placement, TrialDatabase trial, List<DatabaseFile> present)
            throws Failure, InterruptedException {
        List<String> taken = new ArrayList<>();
        for (String path : placement.moves().values()) {
            boolean known = trial.ours()
                    && present.stream()
                            .anyMatch(f -> f.isOf(trial.name()) && f.path().equalsIgnoreCase(path));
            if (!known && isThere(session, path)) {
                taken.add(path);
            }
        }
        return taken;
    }

    static boolean isThere(SqlSession session, String path) throws Failure, InterruptedException {
        FileCheck check = FileCheck.read(session, path);
        return check.file() || check.folder();
    }
}
