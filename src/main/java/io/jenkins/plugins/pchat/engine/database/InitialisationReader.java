package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.sql.Queries;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Reads the backups that log shipping begins with: the hand-over backup, and those that initialise the secondary. */
final class InitialisationReader {

    private final ConfigureLogShipping.Request request;
    private final SqlSession primary;
    private final SqlSession secondary;
    private final OperationId id;

    InitialisationReader(
            ConfigureLogShipping.Request request, SqlSession primary, SqlSession secondary, OperationId id) {
        this.request = request;
        this.primary = primary;
        this.secondary = secondary;
        this.id = id;
    }

    LogShippingState.HandOverCheck handOver(LogShippingEnd second) throws Failure, InterruptedException {
        BackupSet latest = HandOver.latest(BackupSet.read(secondary, request.database(), second.server()))
                .orElse(null);
        String path = request.handover() != null ? request.handover() : latest == null ? null : latest.path();
        if (path == null) {
            return new LogShippingState.HandOverCheck(null, null, "no hand-over backup is known", null);
        }
        try {
            List<BackupHeader> headers = BackupHeader.read(primary, path);
            return headers.size() == 1
                    ? new LogShippingState.HandOverCheck(path, headers.get(0), null, latest)
                    : new LogShippingState.HandOverCheck(
                            path, null, "it holds " + headers.size() + " backup sets", latest);
        } catch (Failure e) {
            if (e.code() == Failure.Code.SQL) {
                return new LogShippingState.HandOverCheck(path, null, e.what(), latest);
            }
            throw e;
        }
    }

    LogShippingState.InitialBackups backups(LogShippingEnd first, LogShippingEnd second)
            throws Failure, InterruptedException {
        // What still runs is looked for before the history: what ends in between is then found in one of the two.
        Integer backingUp = runningBackup().percent();
        Integer restoring = runningRestore().percent();
        // msdb keeps the start of a backup in whole seconds, that of a restore in milliseconds.
        LocalDateTime since = LogShippingReader.restored(first).truncatedTo(ChronoUnit.SECONDS);
        List<BackupSet> any = BackupSet.read(primary, request.database(), first.server()).stream()
                .filter(LogShippingNames::isInitial)
                .filter(set -> set.start() != null && !set.start().isBefore(since))
                .toList();
        FilePlacement placement = null;
        List<String> foreign = List.of();
        if (first.database() != null && second.database() != null) {
            List<DatabaseFile> present = DatabaseFile.all(secondary);
            placement = FilePlacement.of(request.database(), primaryFiles(), present, second.server());
            foreign = placement.foreign(request.database(), present);
        }
        return new LogShippingState.InitialBackups(
                any.stream()
                        .filter(set -> LogShippingNames.isInitialOf(id, set))
                        .findFirst()
                        .orElse(null),
                any,
                backingUp,
                restoring,
                second.database() == null
                        ? List.of()
                        : Questions.names(secondary.query(
                                Queries.SNAPSHOTS, second.database().id())),
                placement,
                foreign);
    }

    /** The primary's files as its next backup will hold them. */
    private List<BackupFile> primaryFiles() throws Failure, InterruptedException {
        return DatabaseFile.all(primary).stream()
                .filter(file -> file.isOf(request.database()))
                .map(file -> new BackupFile(file.logical(), file.path(), file.isLog() ? "L" : "D", file.bytes()))
                .toList();
    }

    /** This operation's own BACKUP on the primary. */
    OwnStatement runningBackup() {
        return new OwnStatement(primary, id, "BACKUP DATABASE");
    }

    /** This operation's own RESTORE on the secondary. */
    OwnStatement runningRestore() {
        return new OwnStatement(secondary, id, "RESTORE DATABASE");
    }
}
