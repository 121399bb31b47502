package io.jenkins.plugins.pchat.engine.database;

import io.jenkins.plugins.pchat.engine.Console;
import io.jenkins.plugins.pchat.engine.Failure;
import io.jenkins.plugins.pchat.engine.sql.SqlSession;
import io.jenkins.plugins.pchat.engine.sql.SqlText;
import io.jenkins.plugins.pchat.engine.sql.TSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Overwrites the secondary's database WITH NORECOVERY. */
final class InitialRestore {

    /** Somebody is in the database, in the words of RESTORE (3101), of ALTER DATABASE, and of a lost lock. */
    private static final Set<Integer> IN_USE = Set.of(924, 1205, 1222, 3101, 5061, 5064);

    private static final int ATTEMPTS = 3;
    private static final int PAUSE_SECONDS = 5;

    private final String database;
    private final SqlSession secondary;
    private final LogShippingReader reader;
    private final Pause pause;
    private final LogShippingState seen;

    InitialRestore(
            String database, SqlSession secondary, LogShippingReader reader, Pause pause, LogShippingState seen) {
        this.database = database;
        this.secondary = secondary;
        this.reader = reader;
        this.pause = pause;
        this.seen = seen;
    }

    /** Restores, three times at most while somebody is in the database; each time it is looked first. */
    void run(String path, long bytes, Console console) throws Failure, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            LogShippingState now = reader.read();
            if (now.initialisedByThis()) {
                console.line(database + " was restored by the earlier attempt.");
                return;
            }
            refuseNewRows(now);
            refuseLosingRows(now);
            try {
                secondary.execute(batch(path), bytes, console);
                return;
            } catch (Failure e) {
                List<String> connected = reader.read().secondary().sessions();
                String who = connected.isEmpty() ? "nobody any more" : String.join("; ", connected);
                if (attempt == ATTEMPTS || !IN_USE.contains(e.sqlNumber())) {
                    throw IN_USE.contains(e.sqlNumber())
                            ? Failure.sql(e.code(), e.sqlNumber(), e.what() + " Connected now: " + who + ".")
                                    .next("Stop what connects to " + database + " on "
                                            + seen.names().secondary() + ", then run this step again.")
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
                            seen.names().secondary() + ": " + database + " had " + before + " rows, and now has " + rows
                                    + ": somebody writes to it, and that would be lost.")
                    .next("Find out who writes there, then take and restore the hand-over backup again.");
        }
    }

    /** The backup that is restored took its time: the primary's database may have been emptied or replaced since. */
    private void refuseLosingRows(LogShippingState now) throws Failure {
        Long here = now.primary().rows();
        Long there = now.secondary().rows();
        if (now.primary().restored() == null || here == null || there != null && here < there) {
            throw Failure.of(
                            Failure.Code.REFUSED,
                            seen.names().primary() + ": " + database + " is not the restored one any more, or has lost"
                                    + " rows: it has " + here + ", and the one on "
                                    + seen.names().secondary() + " has " + there + ", which would be overwritten.")
                    .next("Find out what has become of it, then restore the hand-over backup again.");
        }
    }

    /**
     * One batch, so that nobody slips in between ending the sessions and restoring. Its end lets users in again when
     * the restore failed before it overwrote anything; a restored database is RESTORING and is left alone.
     */
    String batch(String path) {
        List<String> batch = new ArrayList<>();
        if (seen.secondary().online()) {
            if (seen.secondary().database().asyncStatistics()) {
                batch.add(TSql.noAsyncStatistics(database));
            }
            batch.add(TSql.singleUser(database));
        }
        batch.add(TSql.restore(
                database,
                path,
                1,
                false,
                InitialisationActions.STATS,
                seen.initial().placement().moves()));
        if (seen.secondary().online()) {
            batch.add("IF EXISTS (SELECT 1 FROM sys.databases WHERE name = " + SqlText.of(database)
                    + " AND state_desc = N'ONLINE')\n    " + TSql.multiUser(database));
        }
        return String.join(";\n", batch);
    }
}
