package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.TSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings the primary's database to the secondary, where it then waits for the log: a full backup, and a restore WITH
 * NORECOVERY.
 */
final class InitialisationActions {

    static final int STATS = 5;

    private final ConfigureLogShipping.Request request;
    private final SqlSession primary;
    private final SqlSession secondary;
    private final OperationId id;
    private final LogShippingReader reader;
    private final Pause pause;
    private final LogShippingState seen;
    private final InitialRestore restore;
    private final String path;

    InitialisationActions(
            ConfigureLogShipping.Request request,
            SqlSession primary,
            SqlSession secondary,
            OperationId id,
            LogShippingReader reader,
            Pause pause,
            LogShippingState seen) {
        this.request = request;
        this.primary = primary;
        this.secondary = secondary;
        this.id = id;
        this.reader = reader;
        this.pause = pause;
        this.seen = seen;
        this.restore = new InitialRestore(request.database(), secondary, reader, pause, seen);
        this.path = seen.initial().own() != null
                ? seen.initial().own().path()
                : LogShippingNames.initialFile(
                                UncPath.folder(request.share()),
                                request.database(),
                                seen.primary().server().time())
                        .value();
    }

    /**
     * What is done before an existing registration is touched: the primary's database is checked, and the hand-over
     * backup is read through, for these two become the only copies.
     */
    List<PlannedAction> first() {
        List<PlannedAction> actions = new ArrayList<>(new PrimaryCheck(request, primary, seen.names()).actions());
        String statement = TSql.verifyOnly(seen.handOver().path(), 1, STATS, Map.of());
        actions.add(new PlannedAction(
                seen.names().primary(),
                "read the hand-over backup through and check it; it stays the copy to return to",
                statement,
                false,
                console -> primary.execute(statement, size(seen.handOver().header()), console)));
        return actions;
    }

    private static long size(BackupHeader header) {
        return header == null ? 0 : header.size();
    }

    List<PlannedAction> all() {
        List<PlannedAction> actions = new ArrayList<>();
        if (seen.initial().backingUp() != null || seen.initial().restoring() != null) {
            actions.add(new PlannedAction(
                    seen.initial().backingUp() != null
                            ? seen.names().primary()
                            : seen.names().secondary(),
                    "follow the statement that this step has started before; what it leaves undone is done below",
                    "",
                    false,
                    this::follow));
        }
        if (seen.initial().own() == null) {
            actions.add(backup());
        }
        actions.add(verify());
        actions.add(restore());
        return actions;
    }

    private void follow(Console console) throws Failure, InterruptedException {
        reader.initialisation().runningBackup().follow(console, pause);
        reader.initialisation().runningRestore().follow(console, pause);
    }

    /** Not COPY_ONLY: so a chain of log backups certainly begins here, and the first one does not fail with 4214. */
    private PlannedAction backup() {
        Compression compression = request.settings().backup().compression();
        String statement = TSql.backup(new TSql.Backup(
                request.database(),
                path,
                false,
                compression == Compression.DEFAULT ? null : compression == Compression.ON,
                STATS,
                null,
                null,
                LogShippingNames.initialBackup(request.database()),
                HandOver.description(id, null)));
        return new PlannedAction(
                seen.names().primary(),
                "back up " + request.database() + " in full, to initialise the secondary",
                statement,
                false,
                console -> {
                    if (path(console).equals(path)) {
                        primary.execute(statement, bytes(), console);
                    }
                });
    }

    /** From the secondary: that its service account can read the file is known before anything is overwritten. */
    private PlannedAction verify() {
        return new PlannedAction(
                seen.names().secondary(),
                "read that backup through from there and check it",
                verifyStatement(planned()),
                false,
                console -> secondary.execute(verifyStatement(path(console)), bytes(), console));
    }

    private String verifyStatement(String file) {
        return TSql.verifyOnly(file, 1, STATS, seen.initial().placement().moves());
    }

    private PlannedAction restore() {
        return new PlannedAction(
                seen.names().secondary(),
                "replace " + request.database() + " by that of " + seen.names().primary()
                        + ", and leave it waiting for the log; nothing is overwritten if it was written to since it was looked at",
                restore.batch(planned()),
                true,
                console -> restore.run(path(console), bytes(), console));
    }

    private long bytes() {
        return seen.initial().placement().bytes();
    }

    /** The file to restore from as far as the plan can know it. */
    private String planned() {
        return seen.initial().backingUp() == null ? path : BackupActions.THAT_FILE;
    }

    /**
     * The file to restore from: the planned one, or that of this operation's backup which was still running when the
     * plan was made.
     */
    private String path(Console console) throws Failure, InterruptedException {
        if (seen.initial().backingUp() == null) {
            return path;
        }
        BackupSet own = reader.read().initial().own();
        if (own == null) {
            return path;
        }
        console.line("The earlier attempt has taken it: " + own.path());
        return own.path();
    }
}
