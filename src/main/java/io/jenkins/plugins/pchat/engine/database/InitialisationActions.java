package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.OperationId;
import io.jenkins.plugins.pchat.engine.PlannedAction;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlText;
import io.jenkins.plugins.pchat.engine.sql.TSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings the primary's database to the secondary, where it then waits for the log: a full backup, and a restore WITH NORECOVERY. */
final class InitialisationActions {

    /** Somebody is in the database, in the words of RESTORE (3101) and of ALTER DATABASE. */
    private static final Set<Integer> IN_USE = Set.of(924, 3101, 5061, 5064);

    private static final int ATTEMPTS = 3;
    private static final int PAUSE_SECONDS = 5;
    private static final int STATS = 5;

    private final ConfigureLogShipping.Request request;
    private final SqlSession primary;
    private final SqlSession secondary;
    private final OperationId id;
    private final LogShippingReader reader;
    private final Pause pause;
    private final LogShippingState seen;
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
        this.path = seen.initial().own() != null
                ? seen.initial().own().path()
                : LogShippingNames.initialFile(UncPath.folder(request.share()), request.database(), seen.primary().server().time())
                        .value();
    }

    /** What is done before an existing registration is touched: the hand-over backup is read through, for it becomes the only other copy. */
    List<PlannedAction> first() {
        String statement = TSql.verifyOnly(seen.handOver().path(), 1, STATS, Map.of());
        return List.of(new PlannedAction(
                seen.names().primary(),
                "read the hand-over backup through and check it; it stays the copy to return to",
                statement,
                false,
                console -> primary.execute(statement, size(seen.handOver().header()), console)));
    }

    private static long size(BackupHeader header) {
        return header == null ? 0 : header.size();
    }

    List<PlannedAction> all() {
        List<PlannedAction> actions = new ArrayList<>();
        if (seen.initial().backingUp() != null || seen.initial().restoring() != null) {
            actions.add(new PlannedAction(
                    seen.initial().backingUp() != null ? seen.names().primary() : seen.names().secondary(),
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
        reader.backup().follow(console, pause);
        reader.restore().follow(console, pause);
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
                verifyStatement(path),
                false,
                console -> secondary.execute(verifyStatement(path(console)), bytes(), console));
    }

    private String verifyStatement(String file) {
        return TSql.verifyOnly(file, 1, STATS, seen.initial().placement().moves());
    }

    private PlannedAction restore() {
        return new PlannedAction(
                seen.names().secondary(),
                "replace " + request.database() + " by that of " + seen.names().primary() + ", and leave it waiting for the log",
                restoreBatch(path),
                true,
                this::restore);
    }

    private void restore(Console console) throws Failure, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            LogShippingState now = reader.read();
            if (now.initialisedByThis()) {
                console.line(request.database() + " was restored by the earlier attempt.");
                return;
            }
            refuseNewRows(now);
            try {
                secondary.execute(restoreBatch(path(console)), bytes(), console);
                return;
            } catch (Failure e) {
                List<String> connected = reader.read().secondary().sessions();
                String who = connected.isEmpty() ? "nobody any more" : String.join("; ", connected);
                if (attempt == ATTEMPTS || !IN_USE.contains(e.sqlNumber())) {
                    throw IN_USE.contains(e.sqlNumber())
                            ? Failure.sql(e.code(), e.sqlNumber(), e.what() + " Connected now: " + who + ".")
                                    .next("Stop what connects to " + request.database() + " on " + seen.names().secondary()
                                            + ", then run this step again.")
                            : e;
                }
                console.line(e.what() + " Connected now: " + who + ". Trying again in " + PAUSE_SECONDS + " s.");
            }
            pause.seconds(PAUSE_SECONDS);
        }
    }

    private void refuseNewRows(LogShippingState now) throws Failure {
        Long before = seen.secondary().rows();
        Long rows = now.secondary().rows();
        if (before != null && rows != null && !rows.equals(before)) {
            throw Failure.of(
                            Failure.Code.REFUSED,
                            seen.names().secondary() + ": " + request.database() + " had " + before + " rows, and now has " + rows
                                    + ": somebody writes to it, and that would be lost.")
                    .next("Find out who writes there, then take and restore the hand-over backup again.");
        }
    }

    private long bytes() {
        return seen.initial().placement().bytes();
    }

    /** The file to restore from: the planned one, or that of this operation's backup which was still running when the plan was made. */
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

    /**
     * One batch, so that nobody slips in between ending the sessions and restoring. Its end lets users in again when the restore failed before it
     * overwrote anything; a restored database is RESTORING and is left alone.
     */
    private String restoreBatch(String file) {
        String name = request.database();
        List<String> batch = new ArrayList<>();
        if (seen.secondary().online()) {
            if (seen.secondary().database().asyncStatistics()) {
                batch.add(TSql.noAsyncStatistics(name));
            }
            batch.add(TSql.singleUser(name));
        }
        batch.add(TSql.restore(name, file, 1, false, STATS, seen.initial().placement().moves()));
        if (seen.secondary().online()) {
            batch.add("IF EXISTS (SELECT 1 FROM sys.databases WHERE name = "
                    + SqlText.of(name) + " AND state_desc = N'ONLINE')\n    " + TSql.multiUser(name));
        }
        return String.join(";\n", batch);
    }
}
